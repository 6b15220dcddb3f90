package io.tagwatch.notify.channel.matrix;

import io.tagwatch.notify.channel.Verdict;
import io.tagwatch.notify.channel.Verdicts;
import io.tagwatch.notify.channel.text.Reply;
import io.tagwatch.notify.http.HttpReply;
import java.math.BigDecimal;
import java.time.Duration;

/**
 * What a homeserver's replies mean: HTTP's own meaning, with {@code errcode}; for a wait {@code
 * Retry-After}, and {@code retry_after_ms} of servers that do not send it yet (client-server API,
 * "Rate limiting").
 */
final class MatrixReply {
  private MatrixReply() {}

  static Verdict verdict(HttpReply reply) {
    Reply json = Reply.of(reply.body());
    if (reply.status() == 200) {
      return Verdicts.page("Matrix", reply)
          .orElseGet(() -> new Verdict.Delivered(json.text("event_id")));
    }
    String code = json.text("errcode");
    Verdict verdict = Verdicts.byStatus("Matrix", reply, Verdicts.word(code));
    if (code.equals("M_TOO_LARGE") || code.equals("M_BAD_JSON") || code.equals("M_NOT_JSON")) {
      return new Verdict.Unfit("Matrix answered " + reply.status() + " " + code);
    }
    Duration wait = millis(json.text("retry_after_ms"));
    return verdict instanceof Verdict.Later later && later.after().isZero() && !wait.isZero()
        ? new Verdict.Later(later.reason(), wait)
        : verdict;
  }

  private static Duration millis(String text) {
    try {
      return text.isEmpty()
          ? Duration.ZERO
          : Verdicts.seconds(new BigDecimal(text).movePointLeft(3).toString());
    } catch (NumberFormatException e) {
      return Duration.ZERO;
    }
  }
}
