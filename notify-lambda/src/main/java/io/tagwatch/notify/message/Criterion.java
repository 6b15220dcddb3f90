package io.tagwatch.notify.message;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/** What was decided on: {@code over 90 %}, {@code 5 of 5 minutes}. */
final class Criterion {
  private Criterion() {}

  /** The limit in words; empty when the message does not tell. */
  static Optional<String> limit(AlarmFacts facts) {
    String operator = facts.condition().operator();
    String unit = facts.metric().map(AlarmFacts.Metric::unitWord).orElse("");
    StateReason reason = StateReason.parse(facts.reason());
    if (reason.upper().isPresent() || reason.lower().isPresent()) {
      return Optional.of(band(reason, unit));
    }
    Optional<BigDecimal> threshold = facts.condition().threshold();
    if (threshold.isEmpty() || isUp(facts)) {
      return Optional.empty();
    }
    String value = Quantity.print(threshold.get(), unit);
    return switch (operator) {
      case "GreaterThanThreshold", "GreaterThanUpperThreshold" -> Optional.of("over " + value);
      case "GreaterThanOrEqualToThreshold" -> Optional.of(value + " or more");
      case "LessThanThreshold", "LessThanLowerThreshold" -> Optional.of("under " + value);
      case "LessThanOrEqualToThreshold" -> Optional.of(value + " or less");
      default -> Optional.of("limit " + value);
    };
  }

  /** What breaks it: the limit, or what lies outside of a band. */
  static Optional<String> breach(AlarmFacts facts) {
    StateReason reason = StateReason.parse(facts.reason());
    if (reason.upper().isEmpty() && reason.lower().isEmpty()) {
      return limit(facts);
    }
    String unit = facts.metric().map(AlarmFacts.Metric::unitWord).orElse("");
    String low = reason.lower().map(value -> Quantity.print(value, unit)).orElse("");
    String high = reason.upper().map(value -> Quantity.print(value, unit)).orElse("");
    return Optional.of(
        low.isEmpty()
            ? "over " + high
            : high.isEmpty() ? "under " + low : "outside " + low + " to " + high);
  }

  /** For how long, such as {@code 5 of 5 minutes} or {@code 3 of 3 × 5 min}; empty when unknown. */
  static Optional<String> window(AlarmFacts facts) {
    AlarmFacts.Condition condition = facts.condition();
    if (condition.periods() == 0 || facts.metric().isEmpty() && condition.period() == 0) {
      return Optional.empty();
    }
    String counts = condition.datapoints() + " of " + condition.periods();
    int period = condition.period();
    if (condition.periods() == 1 && period > 0) {
      return Optional.of(length(period));
    }
    return Optional.of(
        period == 60
            ? counts + " minutes"
            : period == 0 ? counts + " datapoints" : counts + " × " + length(period));
  }

  private static String length(int seconds) {
    return seconds % 60 == 0 ? Times.length(Duration.ofSeconds(seconds)) : seconds + " s";
  }

  /** Up is 1 or 0: its limit says nothing that "is down" does not. */
  private static boolean isUp(AlarmFacts facts) {
    return facts.isAvailability()
        || facts.metric().isPresent()
            && facts.metric().get().name().startsWith("StatusCheckFailed");
  }

  private static String band(StateReason reason, String unit) {
    String low = reason.lower().map(value -> Quantity.print(value, unit)).orElse("");
    String high = reason.upper().map(value -> Quantity.print(value, unit)).orElse("");
    return low.isEmpty()
        ? "expected at most " + high
        : high.isEmpty() ? "expected at least " + low : "expected " + low + " to " + high;
  }
}
