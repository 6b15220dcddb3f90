package io.tagwatch.notify.channel.teams;

import io.tagwatch.notify.channel.Verdict;
import io.tagwatch.notify.channel.Verdicts;
import io.tagwatch.notify.channel.text.Reply;
import io.tagwatch.notify.http.HttpReply;

/**
 * What the replies mean: flows answer 202, older connectors 200 with {@code 1}. A connector that
 * failed answers 200 too and says so in words: "Webhook message delivery failed with error: … HTTP
 * error 429".
 */
final class TeamsReply {
  private static final String FAILED = "Webhook message delivery failed";
  private static final String CODE = "HTTP error ";

  /** With status 400: somebody turned the flow off, and no other payload will turn it on. */
  private static final String OFF = "WorkflowTriggerIsNotEnabled";

  private TeamsReply() {}

  static Verdict verdict(HttpReply reply) {
    if (reply.status() == 200 && reply.body().contains(FAILED)) {
      return Verdicts.byStatus(
          "Teams", new HttpReply(code(reply.body()), reply.retryAfter(), ""), "behind its webhook");
    }
    String code = Reply.of(reply.body()).text("error", "code");
    return code.equals(OFF)
        ? new Verdict.Refused("Teams answered " + reply.status() + " " + code)
        : Verdicts.page("Teams", reply).orElseGet(() -> Verdicts.byStatus("Teams", reply, code));
  }

  /** The status that the sentence names; 502 when it names none. */
  private static int code(String body) {
    int at = body.indexOf(CODE);
    if (at < 0 || at + CODE.length() + 3 > body.length()) {
      return 502;
    }
    try {
      int code = Integer.parseInt(body.substring(at + CODE.length(), at + CODE.length() + 3));
      return code >= 400 && code < 600 ? code : 502;
    } catch (NumberFormatException e) {
      return 502;
    }
  }
}
