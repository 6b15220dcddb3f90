package io.tagwatch.cli.backtest;

import io.tagwatch.alarms.alarm.Alarm;
import io.tagwatch.alarms.alarm.Watched;
import io.tagwatch.alarms.fleet.MetricName;
import io.tagwatch.alarms.rule.Monitoring;
import io.tagwatch.alarms.rule.Window;
import io.tagwatch.cli.history.Wanted;
import io.tagwatch.local.engine.AlarmDefinition;
import io.tagwatch.local.engine.AlarmEngine;
import io.tagwatch.local.engine.AlarmState;
import io.tagwatch.local.engine.ComparisonOperator;
import io.tagwatch.local.engine.InvalidDefinition;
import io.tagwatch.local.engine.LowSamples;
import io.tagwatch.local.engine.MetricMath;
import io.tagwatch.local.engine.MetricQueries;
import io.tagwatch.local.engine.MetricQuery;
import io.tagwatch.local.engine.MissingData;
import io.tagwatch.local.engine.PeriodGrid;
import io.tagwatch.local.engine.SeriesSource;
import io.tagwatch.local.engine.Signal;
import io.tagwatch.local.engine.Statistic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One alarm through the past. It is evaluated as CloudWatch does it: every minute over a window
 * that slides, every ten seconds for shorter periods. Where the datapoints that are kept are as
 * long as its period, the window moves by periods, since a datapoint is known only when its period
 * is over.
 */
final class Replay {
  private static final int MINUTE = 60;
  private static final int TEN_SECONDS = 10;

  private final AlarmDefinition definition;
  private final List<Wanted> wanted;
  private final PeriodGrid grid;
  private final Duration pace;

  private Replay(AlarmDefinition definition, List<Wanted> wanted, PeriodGrid grid, Duration pace) {
    this.definition = definition;
    this.wanted = wanted;
    this.grid = grid;
    this.pace = pace;
  }

  /**
   * Prepares an alarm.
   *
   * @param finest seconds of the shortest datapoints that are kept for the time in question
   * @param detailed whether EC2 publishes every minute
   * @throws Unreplayable for anomaly bands, and for expressions that the engine does not model
   */
  static Replay of(Alarm alarm, int finest, boolean detailed) {
    List<Wanted> wanted =
        alarm.watched().metrics().stream()
            .map(metric -> new Wanted(metric, step(metric, finest, detailed)))
            .distinct()
            .toList();
    int period = alarm.watched().metrics().stream().mapToInt(m -> m.period()).max().orElse(MINUTE);
    if (!Window.fits(alarm.evaluationPeriods(), period)) {
      throw new Unreplayable(Window.complaint(alarm.evaluationPeriods(), period));
    }
    boolean aligned = wanted.stream().anyMatch(one -> one.stepSeconds() == period);
    int pace = aligned ? Math.max(period, TEN_SECONDS) : period < MINUTE ? TEN_SECONDS : MINUTE;
    return new Replay(
        definition(alarm, wanted),
        wanted,
        aligned ? PeriodGrid.ALIGNED : PeriodGrid.SLIDING,
        Duration.ofSeconds(pace));
  }

  /** What must be read first. */
  List<Wanted> wanted() {
    return wanted;
  }

  /** How much earlier reading must begin. */
  Duration reach() {
    return AlarmEngine.reach(definition);
  }

  /** When it would have been in alarm; a new alarm at {@code from}. */
  List<Firing> firings(SeriesSource history, Instant from, Instant to) {
    List<Firing> firings = new ArrayList<>();
    AlarmState state = AlarmState.INSUFFICIENT_DATA;
    Instant since = null;
    long step = pace.toSeconds();
    long first = Math.ceilDiv(from.getEpochSecond(), step) * step;
    for (long now = first; now <= to.getEpochSecond(); now += step) {
      Instant at = Instant.ofEpochSecond(now);
      state = AlarmEngine.evaluate(definition, state, history, at, grid).state();
      if (state == AlarmState.ALARM && since == null) {
        since = at;
      } else if (state != AlarmState.ALARM && since != null) {
        firings.add(new Firing(since, at));
        since = null;
      }
    }
    if (since != null) {
      firings.add(new Firing(since, to));
    }
    return firings;
  }

  private static int step(Watched.OneMetric metric, int finest, boolean detailed) {
    int period = metric.period();
    if (period <= finest || metric.statistic().startsWith("p")) {
      return period;
    }
    int published = published(metric.metric(), detailed);
    int step = Math.max(finest, published);
    return period >= step && period % step == 0 ? step : period % finest == 0 ? finest : period;
  }

  private static int published(MetricName metric, boolean detailed) {
    return metric.isFromEc2() ? Monitoring.publishedEvery(metric.name(), detailed) : MINUTE;
  }

  private static AlarmDefinition definition(Alarm alarm, List<Wanted> wanted) {
    if (alarm.threshold().isEmpty()) {
      throw new Unreplayable(
          "an anomaly band cannot be replayed: CloudWatch does not tell how its model saw the past");
    }
    try {
      return new AlarmDefinition(
          signal(alarm.watched(), wanted),
          alarm.evaluationPeriods(),
          OptionalInt.of(alarm.datapointsToAlarm()),
          alarm.threshold().getAsDouble(),
          ComparisonOperator.parse(alarm.comparison()),
          MissingData.parse(alarm.missing()),
          LowSamples.parse(alarm.lowSamples()));
    } catch (InvalidDefinition e) {
      throw new Unreplayable("this alarm cannot be replayed: " + e.getMessage());
    }
  }

  private static Signal signal(Watched watched, List<Wanted> wanted) {
    return switch (watched) {
      case Watched.OneMetric one ->
          new Signal.OfMetric(
              wanted.getFirst().key(),
              Statistic.parse(one.statistic()),
              Duration.ofSeconds(one.period()),
              Optional.empty());
      case Watched.Combination combination ->
          throw new Unreplayable("a composite alarm cannot be replayed: " + combination.rule());
      case Watched.Queries math ->
          new Signal.OfMath(
              MetricQueries.of(
                  math.queries().stream().map(query -> query(query, wanted)).toList()));
    };
  }

  private static MetricQuery query(Watched.Query query, List<Wanted> wanted) {
    return query
        .metric()
        .<MetricQuery>map(
            one ->
                new MetricQuery.OfMetric(
                    query.id(),
                    Optional.empty(),
                    query.returned(),
                    keyOf(one, wanted).key(),
                    Statistic.parse(one.statistic()),
                    Duration.ofSeconds(one.period()),
                    Optional.empty()))
        .orElseGet(
            () ->
                new MetricQuery.OfMath(
                    query.id(),
                    Optional.empty(),
                    query.returned(),
                    MetricMath.parse(query.expression().orElseThrow()),
                    Optional.empty()));
  }

  private static Wanted keyOf(Watched.OneMetric metric, List<Wanted> wanted) {
    return wanted.stream().filter(one -> one.metric().equals(metric)).findFirst().orElseThrow();
  }
}
