package io.tagwatch.notify.channel.discord;

import io.tagwatch.notify.channel.Verdict;
import io.tagwatch.notify.channel.Verdicts;
import io.tagwatch.notify.channel.text.Reply;
import io.tagwatch.notify.http.HttpReply;
import java.time.Duration;

/**
 * What Discord's replies mean: HTTP's own meaning; a 429 tells its wait in seconds with a fraction
 * in {@code retry_after} ("Rate Limits"), error codes stand in {@code code} ("JSON Error Codes").
 */
final class DiscordReply {
  private DiscordReply() {}

  static Verdict verdict(HttpReply reply) {
    Reply json = Reply.of(reply.body());
    if (reply.status() >= 200 && reply.status() < 300) {
      return new Verdict.Delivered(json.text("id"));
    }
    Verdict verdict =
        Verdicts.byStatus(
            "Discord", reply, (json.text("code") + " " + json.text("message")).strip());
    Duration wait = Verdicts.seconds(json.text("retry_after"));
    return verdict instanceof Verdict.Later later && !wait.isZero()
        ? new Verdict.Later(later.reason(), wait)
        : verdict;
  }
}
