package io.tagwatch.cli.page.model;

import io.tagwatch.local.view.ConditionView.Side;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** The thresholds of a watch in a drawing, each as long as it held. */
final class Limits {
  private Limits() {}

  static List<Chart.Limit> of(List<MarkedAlarm> levels, Unit unit, Instant from, Instant now) {
    return levels.stream().flatMap(level -> of(level, unit, from, now)).toList();
  }

  private static Stream<Chart.Limit> of(MarkedAlarm level, Unit unit, Instant from, Instant now) {
    if (level.view().thresholds().isEmpty()) {
      return level.view().condition().stream()
          .map(
              condition ->
                  limit(level, unit, condition.side(), condition.threshold(), from, now, true));
    }
    return level.view().thresholds().stream()
        .filter(held -> held.to().filter(end -> !end.isAfter(from)).isEmpty())
        .map(
            held ->
                limit(
                    level,
                    unit,
                    held.side(),
                    held.value(),
                    held.from().isBefore(from) ? from : held.from(),
                    held.to().orElse(now),
                    held.to().isEmpty()));
  }

  private static Chart.Limit limit(
      MarkedAlarm level,
      Unit unit,
      Side side,
      double threshold,
      Instant from,
      Instant to,
      boolean now) {
    return new Chart.Limit(
        threshold / unit.scale(),
        Mood.of(level.severity()),
        side == Side.BELOW || side == Side.AT_OR_BELOW,
        level.view().condition().filter(Condition::isDown).isPresent()
            ? "down"
            : Condition.words(side) + " " + unit.words(threshold),
        from.getEpochSecond(),
        to.getEpochSecond(),
        now);
  }

  /** Whether a value broke the threshold that held at a moment; false where none did. */
  static boolean broken(MarkedAlarm level, double value, Instant moment) {
    return level.view().thresholds().stream()
        .filter(held -> held.heldAt(moment))
        .anyMatch(held -> held.side().breaches(value, held.value()));
  }
}
