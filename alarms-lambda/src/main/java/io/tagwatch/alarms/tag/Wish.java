package io.tagwatch.alarms.tag;

import io.tagwatch.alarms.rule.Level;
import io.tagwatch.alarms.rule.MissingMode;
import io.tagwatch.alarms.rule.Period;
import io.tagwatch.alarms.rule.Settings;
import io.tagwatch.alarms.rule.Statistic;
import io.tagwatch.common.alarm.Severity;
import io.tagwatch.common.check.Datapoints;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one tag asks of an alarm.
 *
 * @param off no alarm; everything else is then empty
 * @param warning its threshold
 * @param critical its threshold; present unless off
 */
public record Wish(
    boolean off,
    Optional<Double> warning,
    Optional<Double> critical,
    Optional<Datapoints> datapoints,
    Optional<Period> period,
    Optional<Statistic> statistic,
    Optional<MissingMode> missing) {

  /** No alarm. */
  public static final Wish OFF =
      new Wish(
          true,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /** The settings with everything that the tag names replaced. */
  public Settings applyTo(Settings settings) {
    Settings changed =
        new Settings(
            settings.levels(),
            datapoints.orElse(settings.datapoints()),
            period.orElse(settings.period()),
            statistic.orElse(settings.statistic()),
            missing.orElse(settings.missing()));
    return critical.isPresent() ? changed.withLevels(levels(settings)) : changed;
  }

  private List<Level> levels(Settings settings) {
    List<Level> levels = new ArrayList<>();
    critical.ifPresent(
        value -> levels.add(settings.like(Severity.CRITICAL).at(Severity.CRITICAL, value)));
    warning.ifPresent(
        value -> levels.add(settings.like(Severity.WARNING).at(Severity.WARNING, value)));
    return levels;
  }
}
