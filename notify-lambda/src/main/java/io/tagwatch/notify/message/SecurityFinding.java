package io.tagwatch.notify.message;

import io.tagwatch.common.alarm.Severity;
import io.tagwatch.notify.notification.Kind;
import io.tagwatch.notify.notification.Notification;
import io.tagwatch.notify.notification.Status;
import java.util.Optional;

/** GuardDuty and Security Hub findings, in brief: what, how bad, where. */
final class SecurityFinding {
  private SecurityFinding() {}

  /** GuardDuty carries title and severity itself, Security Hub in the first of its findings. */
  static boolean is(Json detail) {
    Json finding = finding(detail);
    return finding.text("title").or(() -> finding.text("Title")).isPresent()
        && (finding.number("severity").isPresent() || finding.at("Severity").isObject());
  }

  static Notification of(Notification.Draft draft, Json detail) {
    Json finding = finding(detail);
    draft
        .is(Kind.OTHER, Status.INFO, Severity.INFO)
        .title(finding.text("title").or(() -> finding.text("Title")).orElse("Security finding"))
        .criterion(level(finding).map(level -> level + " finding"))
        .summary(finding.text("description").or(() -> finding.text("Description")).orElse(""))
        .field("Type", finding.text("type").or(() -> types(finding)))
        .field(
            "Account",
            finding.text("accountId").or(() -> finding.text("AwsAccountId")).map(Account::print))
        .field("Region", finding.text("region").or(() -> finding.text("Region")))
        .field("Resource", resource(finding))
        .field("Count", finding.text("service", "count"))
        .dedupKey(finding.text("id").or(() -> finding.text("Id")));
    int more = detail.items("findings").size() - 1;
    if (more > 0) {
      draft.field("More", more + " more findings in the same event");
    }
    return draft.build();
  }

  private static Json finding(Json detail) {
    return detail.items("findings").isEmpty() ? detail : detail.items("findings").getFirst();
  }

  private static Optional<String> level(Json finding) {
    return finding
        .text("Severity", "Label")
        .map(label -> label.toLowerCase(java.util.Locale.ROOT))
        .or(() -> finding.number("Severity", "Normalized").map(SecurityFinding::normalized))
        .or(
            () ->
                finding
                    .number("severity")
                    .map(java.math.BigDecimal::doubleValue)
                    .map(n -> n >= 9 ? "critical" : n >= 7 ? "high" : n >= 4 ? "medium" : "low"));
  }

  /** The bands of the AWS Security Finding Format. */
  private static String normalized(java.math.BigDecimal value) {
    int n = value.intValue();
    return n >= 90
        ? "critical"
        : n >= 70 ? "high" : n >= 40 ? "medium" : n >= 1 ? "low" : "informational";
  }

  private static Optional<String> types(Json finding) {
    return finding.items("Types").stream().flatMap(item -> item.text().stream()).findFirst();
  }

  private static Optional<String> resource(Json finding) {
    return finding
        .text("resource", "instanceDetails", "instanceId")
        .or(() -> finding.text("resource", "resourceType"))
        .or(
            () ->
                finding.items("Resources").stream()
                    .flatMap(item -> item.text("Id").stream())
                    .findFirst());
  }
}
