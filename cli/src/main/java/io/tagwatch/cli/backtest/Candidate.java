package io.tagwatch.cli.backtest;

import io.tagwatch.alarms.rule.MissingMode;
import io.tagwatch.alarms.rule.Period;
import io.tagwatch.common.alarm.Severity;
import io.tagwatch.common.check.Datapoints;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What to try instead of what is.
 *
 * @param thresholds by severity; none for a severity that stays as it is
 */
public record Candidate(
    Map<Severity, List<Double>> thresholds,
    Optional<Datapoints> datapoints,
    Optional<Period> period,
    Optional<MissingMode> missing) {

  /** Whether the window or the treatment of missing data is another one. */
  boolean changesWindow() {
    return datapoints.isPresent() || period.isPresent() || missing.isPresent();
  }
}
