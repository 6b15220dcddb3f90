package io.tagwatch.notify.message;

import io.tagwatch.common.alarm.Severity;
import io.tagwatch.notify.notification.Draft;
import io.tagwatch.notify.notification.Kind;
import io.tagwatch.notify.notification.Link;
import io.tagwatch.notify.notification.Notification;
import io.tagwatch.notify.notification.Status;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Cost Anomaly Detection, as its SNS message and as the {@code detail} of its EventBridge event.
 */
final class CostAnomaly implements Recogniser {

  @Override
  public Optional<Notification> recognise(Incoming message) {
    Json json = message.json();
    Json anomaly = json.at("detail").isObject() ? json.at("detail") : json;
    return anomaly.text("anomalyId").isPresent() && anomaly.at("impact").isObject()
        ? Optional.of(notification(message, anomaly))
        : Optional.empty();
  }

  private static Notification notification(Incoming message, Json anomaly) {
    String what =
        anomaly.text("dimensionalValue").or(() -> anomaly.text("dimensionValue")).orElse("AWS");
    Draft draft =
        Notification.draft(message.id())
            .is(Kind.COST, Status.FIRING, Severity.WARNING)
            .title(title(what, anomaly))
            .criterion(percentage(anomaly))
            .summary(String.join("\n", causes(anomaly)))
            .account(anomaly.text("accountId"))
            .resource(anomaly.text("monitorArn"))
            .dedupKey(anomaly.text("anomalyId").map(id -> "anomaly:" + id))
            .occurredAt(anomaly.text("anomalyStartDate").flatMap(Times::parse).or(message::sentAt))
            .field("Account", account(anomaly))
            .field("Spent", money(anomaly, "totalActualSpend"))
            .field("Expected", money(anomaly, "totalExpectedSpend"))
            .field("Monitor", anomaly.text("monitorName"))
            .field("Subscription", anomaly.text("subscriptionName"))
            .link(anomaly.text("anomalyDetailsLink").flatMap(url -> Link.of("Anomaly", url)));
    return draft.build();
  }

  private static String title(String what, Json anomaly) {
    return money(anomaly, "totalImpact")
        .map(impact -> "Unusual cost: " + what + " is " + impact + " more than expected")
        .orElse("Unusual cost: " + what);
  }

  private static Optional<String> percentage(Json anomaly) {
    return anomaly
        .number("impact", "totalImpactPercentage")
        .map(percent -> "+" + Quantity.number(percent.setScale(0, RoundingMode.HALF_UP)) + " %");
  }

  private static Optional<String> money(Json anomaly, String key) {
    return anomaly
        .number("impact", key)
        .map(amount -> "$" + Quantity.number(amount.setScale(scale(amount), RoundingMode.HALF_UP)));
  }

  private static int scale(BigDecimal amount) {
    return amount.abs().compareTo(BigDecimal.valueOf(100)) >= 0 ? 0 : 2;
  }

  private static Optional<String> account(Json anomaly) {
    Optional<String> number = anomaly.text("accountId").map(Account::print);
    return anomaly
        .text("accountName")
        .map(name -> number.map(n -> name + " " + n).orElse(name))
        .or(() -> number);
  }

  private static List<String> causes(Json anomaly) {
    List<String> causes = new ArrayList<>();
    for (Json cause : anomaly.items("rootCauses")) {
      List<String> words = new ArrayList<>();
      for (String key :
          List.of("service", "region", "usageType", "linkedAccountName", "linkedAccount")) {
        cause.text(key).ifPresent(words::add);
      }
      if (!words.isEmpty() && causes.size() < 10) {
        causes.add("• " + String.join(" · ", words));
      }
    }
    return causes;
  }
}
