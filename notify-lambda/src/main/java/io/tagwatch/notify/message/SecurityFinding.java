package io.tagwatch.notify.message;

import io.tagwatch.notify.notification.Draft;
import io.tagwatch.notify.notification.Notification;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/**
 * GuardDuty, Inspector and Security Hub findings, in brief: what, how bad, where. GuardDuty and
 * Inspector carry title and severity themselves, Security Hub in the first of its findings.
 */
final class SecurityFinding implements Recogniser {

  @Override
  public Optional<Notification> recognise(Incoming message) {
    return Event.of(message)
        .filter(event -> is(finding(event.detail())))
        .map(SecurityFinding::notification);
  }

  private static boolean is(Json finding) {
    boolean severity =
        either(finding, "severity", "Severity").isPresent() || finding.at("Severity").isObject();
    return severity && either(finding, "title", "Title").isPresent();
  }

  private static Notification notification(Event event) {
    Json finding = finding(event.detail());
    Optional<String> id = either(finding, "id", "Id").or(() -> finding.text("findingArn"));
    Optional<String> region = event.region().or(() -> either(finding, "region", "Region"));
    Draft draft =
        event
            .draft()
            .title(either(finding, "title", "Title").map(Title::plain).orElse("Security finding"))
            .criterion(level(finding).map(level -> level + " finding"))
            .summary(either(finding, "description", "Description").orElse(""))
            .resource(resource(finding).or(event::resource))
            .field("Type", either(finding, "type", "Type").or(() -> types(finding)))
            .field("Resource", resource(finding))
            .field("Seen", finding.text("service", "count").map(SecurityFinding::times))
            .field("Account", account(finding, event).map(Account::print))
            .field("Region", region)
            .link(Console.finding(event.type(), region, id))
            .dedupKey(id.or(() -> event.json().text("id")));
    int more = event.detail().items("findings").size() - 1;
    if (more > 0) {
      draft.field("More", more + " more findings in the same event");
    }
    return draft.build();
  }

  private static String times(String count) {
    return count.equals("1") ? "once" : count + " times";
  }

  private static Json finding(Json detail) {
    return detail.items("findings").isEmpty() ? detail : detail.items("findings").getFirst();
  }

  private static Optional<String> either(Json finding, String lower, String upper) {
    return finding.text(lower).or(() -> finding.text(upper));
  }

  private static Optional<String> account(Json finding, Event event) {
    return either(finding, "accountId", "AccountId")
        .or(() -> either(finding, "awsAccountId", "AwsAccountId"))
        .or(() -> event.json().text("account"));
  }

  private static Optional<String> level(Json finding) {
    Optional<BigDecimal> normalized = finding.number("Severity", "Normalized");
    Optional<BigDecimal> score = finding.number("severity").or(() -> finding.number("Severity"));
    return finding
        .text("Severity", "Label")
        .or(() -> normalized.map(SecurityFinding::normalized))
        .or(() -> score.map(SecurityFinding::scored))
        .or(() -> finding.text("severity"))
        .map(word -> word.toLowerCase(Locale.ROOT));
  }

  /** The bands of GuardDuty's severity: its user guide, "Findings severity levels". */
  private static String scored(BigDecimal value) {
    double n = value.doubleValue();
    return n >= 9 ? "critical" : n >= 7 ? "high" : n >= 4 ? "medium" : "low";
  }

  /** The bands of the AWS Security Finding Format. */
  private static String normalized(BigDecimal value) {
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
        .or(() -> finding.text("Resource", "InstanceDetails", "InstanceId"))
        .or(() -> finding.text("resource", "resourceType"))
        .or(() -> first(finding, "Resources", "Id"))
        .or(() -> first(finding, "resources", "id"));
  }

  private static Optional<String> first(Json finding, String list, String key) {
    return finding.items(list).stream().flatMap(item -> item.text(key).stream()).findFirst();
  }
}
