package io.tagwatch.notify.message;

import io.tagwatch.common.alarm.Severity;
import io.tagwatch.notify.notification.Kind;
import io.tagwatch.notify.notification.Link;
import io.tagwatch.notify.notification.Notification;
import io.tagwatch.notify.notification.Status;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The letter that AWS Budgets publishes, actual or forecasted. It is text; what counts are its
 * lines {@code Budget Name:}, {@code Budgeted Amount:}, {@code Alert Type:}, {@code Alert
 * Threshold:} and {@code ACTUAL Amount:}.
 */
final class BudgetText implements Recogniser {
  private static final String NAME = "budget name";

  @Override
  public Optional<Notification> recognise(Incoming message) {
    if (message.json().isObject() || !message.text().contains(":")) {
      return Optional.empty();
    }
    Map<String, String> lines = lines(message.text());
    return lines.containsKey(NAME) && lines.containsKey("alert threshold")
        ? Optional.of(notification(message, lines))
        : Optional.empty();
  }

  private static Map<String, String> lines(String text) {
    Map<String, String> lines = new LinkedHashMap<>();
    text.lines()
        .forEach(
            line -> {
              int colon = line.indexOf(':');
              if (colon > 0 && colon < 40) {
                lines.putIfAbsent(
                    line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
              }
            });
    return lines;
  }

  private static Notification notification(Incoming message, Map<String, String> lines) {
    String type = lines.getOrDefault("alert type", "actual").toLowerCase(Locale.ROOT);
    String spent = lines.getOrDefault(type + " amount", "");
    String budgeted = lines.getOrDefault("budgeted amount", "");
    String threshold = threshold(lines.get("alert threshold"));
    Optional<String> account = account(message.text());
    return Notification.draft(message.id())
        .is(Kind.BUDGET, Status.FIRING, Severity.WARNING)
        .title("Budget " + lines.get(NAME) + ": " + spending(spent, budgeted, type))
        .criterion(Optional.of("alert at " + threshold + ", " + type))
        .name(Optional.of(lines.get(NAME)))
        .account(account)
        .dedupKey(
            Optional.of(
                String.join(
                    ":",
                    "budget",
                    account.orElse(""),
                    lines.get(NAME),
                    threshold,
                    type,
                    BudgetPeriod.of(message))))
        .occurredAt(message.sentAt())
        .field("Account", account.map(Account::print))
        .field(AlarmSentence.capital(type) + " amount", spent)
        .field("Budgeted amount", budgeted)
        .field("Alert at", threshold)
        .field("Type", lines.get("budget type"))
        .link(Link.of("Budgets", "https://console.aws.amazon.com/billing/home#/budgets"))
        .build();
  }

  private static String spending(String spent, String budgeted, String type) {
    String verb = type.equals("forecasted") ? "forecast" : "spent";
    Optional<BigDecimal> share = share(spent, budgeted);
    if (share.isPresent()) {
      return Quantity.number(share.get()) + " % of " + budgeted + " " + verb;
    }
    return spent.isEmpty() ? "its alert threshold is crossed" : spent + " " + verb;
  }

  private static Optional<BigDecimal> share(String spent, String budgeted) {
    Optional<BigDecimal> amount = amount(spent);
    Optional<BigDecimal> whole = amount(budgeted).filter(value -> value.signum() > 0);
    return amount.isEmpty() || whole.isEmpty()
        ? Optional.empty()
        : Optional.of(
            amount
                .get()
                .multiply(BigDecimal.valueOf(100))
                .divide(whole.get(), 0, RoundingMode.HALF_UP));
  }

  /** The number in {@code $1,234.50}. */
  private static Optional<BigDecimal> amount(String text) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9' || c == '.' || c == '-') {
        digits.append(c);
      }
    }
    return Numbers.parse(digits.toString());
  }

  private static String threshold(String text) {
    return text.startsWith(">") || text.startsWith("<") ? text.substring(1).strip() : text;
  }

  private static Optional<String> account(String text) {
    String words = "AWS Account ";
    return text.lines()
        .filter(line -> line.startsWith(words))
        .map(line -> line.substring(words.length()).strip())
        .filter(account -> !account.isEmpty() && account.length() <= 20)
        .findFirst();
  }
}
