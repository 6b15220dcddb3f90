package io.tagwatch.notify.message;

import io.tagwatch.notify.notification.Draft;
import io.tagwatch.notify.notification.Link;
import io.tagwatch.notify.notification.Look;
import io.tagwatch.notify.notification.Notification;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
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
    return level(finding).isPresent() && title(finding).isPresent();
  }

  private static Optional<String> title(Json finding) {
    return either(finding, "title", "Title").or(() -> finding.text("finding_info", "title"));
  }

  private static Notification notification(Event event) {
    Json finding = finding(event.detail());
    Optional<String> level = level(finding);
    Optional<String> region = event.region().or(() -> either(finding, "region", "Region"));
    Draft draft =
        event
            .draft()
            .title(title(finding).map(Title::plain).orElse("Security finding"))
            .criterion(criterion(finding, level))
            .looks(look(finding, level))
            .summary(
                either(finding, "description", "Description")
                    .or(() -> finding.text("finding_info", "desc"))
                    .orElse(""))
            .resource(resource(finding).or(event::resource))
            .field("Type", either(finding, "type", "Type").or(() -> types(finding)))
            .field("Resource", resource(finding))
            .field("Compliance", finding.text("Compliance", "Status").map(StateWords::plain))
            .field("Remedy", finding.text("remediation", "recommendation", "text"))
            .field("Seen", finding.text("service", "count").map(SecurityFinding::times))
            .field("Account", account(finding, event).map(Account::print))
            .field("Region", region)
            .link(link(event, finding, region))
            .dedupKey(id(finding).or(() -> event.json().text("id")));
    int more = event.detail().items("findings").size() - 1;
    if (more > 0) {
      draft.field("More", more + " more findings in the same event");
    }
    return draft.build();
  }

  private static Optional<String> id(Json finding) {
    return either(finding, "id", "Id")
        .or(() -> finding.text("findingArn"))
        .or(() -> finding.text("finding_info", "uid"));
  }

  private static Optional<Link> link(Event event, Json finding, Optional<String> region) {
    boolean hub = event.json().text("source").map("aws.securityhub"::equals).orElse(false);
    return Console.finding(hub ? "Security Hub" : event.type(), region, id(finding))
        .or(
            () ->
                finding
                    .text("packageVulnerabilityDetails", "sourceUrl")
                    .flatMap(url -> Link.of("Vulnerability", url)));
  }

  private static boolean isOver(Json finding) {
    return finding.text("status").map("CLOSED"::equals).orElse(false)
        || finding.text("Compliance", "Status").map("PASSED"::equals).orElse(false)
        || finding.text("Workflow", "Status").map("RESOLVED"::equals).orElse(false);
  }

  private static Optional<String> criterion(Json finding, Optional<String> level) {
    return isOver(finding) ? Optional.of("no longer found") : level.map(word -> word + " finding");
  }

  private static Optional<Look> look(Json finding, Optional<String> level) {
    return isOver(finding)
        ? Optional.of(Look.RESOLVED)
        : switch (level.orElse("")) {
          case "critical", "high", "fatal" -> Optional.of(Look.CRITICAL);
          case "medium" -> Optional.of(Look.WARNING);
          default -> Optional.empty();
        };
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
        .or(() -> finding.text("cloud", "account", "uid"))
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
    List<Json> types = new ArrayList<>(finding.items("Types"));
    types.addAll(finding.items("finding_info", "types"));
    return types.stream().flatMap(item -> item.text().stream()).findFirst();
  }

  private static Optional<String> resource(Json finding) {
    return finding
        .text("resource", "instanceDetails", "instanceId")
        .or(() -> finding.text("Resource", "InstanceDetails", "InstanceId"))
        .or(() -> finding.text("resource", "resourceType"))
        .or(() -> first(finding, "Resources", "Id"))
        .or(() -> first(finding, "resources", "id"))
        .or(() -> first(finding, "resources", "uid"));
  }

  private static Optional<String> first(Json finding, String list, String key) {
    return finding.items(list).stream().flatMap(item -> item.text(key).stream()).findFirst();
  }
}
