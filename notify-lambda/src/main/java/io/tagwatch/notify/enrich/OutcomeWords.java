package io.tagwatch.notify.enrich;

import io.tagwatch.common.outcome.Outcome;
import io.tagwatch.notify.notification.Draft;
import io.tagwatch.notify.notification.Link;
import io.tagwatch.notify.notification.Notification;
import java.util.regex.Pattern;

/** Puts the reason of an outage into its message. Pure. */
final class OutcomeWords {
  /** More of the detail is in the summary, where a line may be longer than on a lock screen. */
  private static final int LONGEST_IN_TITLE = 120;

  /** The word that stands there already: {@code status 503, expected status == 200}. */
  private static final Pattern STATUS =
      Pattern.compile("^(status \\d+, expected )status (?:==|in) ");

  private OutcomeWords() {}

  static Notification explain(Notification one, Outcome outcome) {
    String known =
        outcome.detail().isBlank() ? outcome.reason().replace('_', ' ') : outcome.detail();
    String detail = STATUS.matcher(known.strip().replaceAll("\\s+", " ")).replaceFirst("$1");
    boolean fits = detail.codePointCount(0, detail.length()) <= LONGEST_IN_TITLE;
    String shown =
        fits ? detail : detail.substring(0, detail.offsetByCodePoints(0, LONGEST_IN_TITLE)) + "…";
    String line =
        outcome.url().isBlank() || one.title().contains("://")
            ? failed(outcome)
            : outcome.url() + Draft.BETWEEN + failed(outcome);
    String summary = (fits ? "" : detail + "\n") + line + "\n" + one.summary();
    return one.because(shown)
        .edited()
        .summary(summary)
        .field("Reason", outcome.reason() + " in phase " + outcome.phase())
        .link(Link.of("Endpoint", outcome.url()))
        .build();
  }

  private static String failed(Outcome outcome) {
    if (outcome.reason().equals("status") || outcome.reason().equals("expectation")) {
      return "it answers, but not as expected";
    }
    return switch (outcome.phase()) {
      case "dns" -> "failed looking up the name";
      case "connect" -> "failed connecting";
      case "tls" -> "failed in the TLS handshake";
      case "wait" -> "failed waiting for the answer";
      case "body" -> "failed on the body";
      default -> "failed";
    };
  }
}
