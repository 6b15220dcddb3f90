package io.tagwatch.notify.channel.pagerduty;

import io.tagwatch.common.config.Node;
import io.tagwatch.notify.channel.Verdict;
import io.tagwatch.notify.channel.Verdicts;
import io.tagwatch.notify.channel.text.Reply;
import io.tagwatch.notify.http.HttpReply;
import java.time.Duration;
import java.util.Locale;

/**
 * What PagerDuty's replies mean: 202 is taken, 400 invalid, 429 and 5xx later ("Events API v2
 * Overview", "Response Codes &amp; Retry Logic"). A wrong routing key is a 400 like any other: its
 * {@code message} or {@code errors} name the key.
 */
final class PagerDutyReply {
  /** PagerDuty sends no {@code Retry-After} and suggests this ("Events API Rate Limits"). */
  private static final Duration BUSY = Duration.ofSeconds(30);

  private PagerDutyReply() {}

  static Verdict verdict(HttpReply reply) {
    Reply json = Reply.of(reply.body());
    if (reply.status() >= 200 && reply.status() < 300) {
      return Verdicts.page("PagerDuty", reply)
          .orElseGet(() -> new Verdict.Delivered(json.text("dedup_key")));
    }
    String said = json.text("message") + errors(json);
    Verdict verdict = Verdicts.byStatus("PagerDuty", reply, said);
    if (verdict instanceof Verdict.Unfit unfit && namesTheKey(said)) {
      return new Verdict.Stale(unfit.reason());
    }
    return reply.status() == 429 && verdict instanceof Verdict.Later later && later.after().isZero()
        ? new Verdict.Later(later.reason(), BUSY)
        : verdict;
  }

  private static boolean namesTheKey(String said) {
    String lower = said.toLowerCase(Locale.ROOT);
    return lower.contains("routing_key") || lower.contains("routing key");
  }

  private static String errors(Reply json) {
    StringBuilder errors = new StringBuilder();
    if (json.node() instanceof Node.Fields fields
        && fields.values().get("errors") instanceof Node.Items items) {
      for (Node item : items.values()) {
        if (item instanceof Node.Text text) {
          errors.append(errors.isEmpty() ? ": " : "; ").append(text.value());
        }
      }
    }
    return errors.toString();
  }
}
