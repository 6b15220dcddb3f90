package io.tagwatch.notify.channel.discord;

import io.tagwatch.notify.channel.Verdict;
import io.tagwatch.notify.channel.Verdicts;
import io.tagwatch.notify.channel.text.Reply;
import io.tagwatch.notify.http.HttpReply;
import java.math.BigDecimal;
import java.time.Duration;

/**
 * What Discord's replies mean: HTTP's own meaning; a 429 tells its wait in {@code retry_after}
 * ("Rate Limits"), error codes stand in {@code code} ("JSON Error Codes").
 *
 * <p>The wait is in seconds with a fraction, but was whole milliseconds up to version 7 of the API,
 * in the body and in {@code Retry-After}; and an address as it is copied from Discord names no
 * version (discord/discord-api-docs issues 2360 and 4722, pull request 2823).
 */
final class DiscordReply {
  /** A webhook may post 30 times a minute, so nobody is asked to wait whole seconds beyond this. */
  private static final BigDecimal SECONDS = BigDecimal.valueOf(100);

  private DiscordReply() {}

  static Verdict verdict(HttpReply reply) {
    Reply json = Reply.of(reply.body());
    if (reply.status() >= 200 && reply.status() < 300) {
      return Verdicts.page("Discord", reply)
          .orElseGet(() -> new Verdict.Delivered(json.text("id")));
    }
    Verdict verdict =
        Verdicts.byStatus(
            "Discord", reply, (json.text("code") + " " + json.text("message")).strip());
    Duration wait = wait(json.text("retry_after"));
    return verdict instanceof Verdict.Later later && !wait.isZero()
        ? new Verdict.Later(later.reason(), wait)
        : verdict;
  }

  private static Duration wait(String text) {
    try {
      BigDecimal number = new BigDecimal(text);
      boolean millis = number.scale() <= 0 && number.compareTo(SECONDS) > 0;
      return Verdicts.seconds((millis ? number.movePointLeft(3) : number).toPlainString());
    } catch (NumberFormatException e) {
      return Duration.ZERO;
    }
  }
}
