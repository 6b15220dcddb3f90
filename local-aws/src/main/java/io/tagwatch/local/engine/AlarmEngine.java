package io.tagwatch.local.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Evaluates metric and math alarms: a pure function of definition, current state, series and time.
 *
 * <p>At each evaluation the engine reads N+2 complete periods, the <em>evaluation range</em>, N
 * being the alarm's evaluation periods. The user guide gives a range of 5 for N = 3 and says only
 * that it is larger than N; a measured alarm of one period (recovery after three) agrees with N+2.
 * What then happens is described at {@link Judgement}.
 *
 * <p>Late data: every evaluation reads its whole range anew, so a datum that arrives late counts
 * from the next evaluation on, as long as its period lies in the range; later than that it changes
 * nothing. Data published before the alarm was created counts like any other.
 *
 * <p>Evaluation is due every whole minute, and every ten seconds for periods below a minute. A new
 * alarm starts in INSUFFICIENT_DATA.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html#alarm-evaluation">User
 *     guide, "Evaluating an alarm"</a>
 */
public final class AlarmEngine {
  /** How many periods more than its evaluation periods an alarm reads. */
  static final int EXTRA_PERIODS = 2;

  private static final Duration COARSEST_STEP = Duration.ofHours(1);

  private AlarmEngine() {}

  /**
   * Evaluates with {@link PeriodGrid#ALIGNED} periods.
   *
   * @param current the state that the alarm is in
   * @param now at or after the end of every period that is evaluated
   */
  public static Evaluation evaluate(
      AlarmDefinition alarm, AlarmState current, SeriesSource series, Instant now) {
    return evaluate(alarm, current, series, now, PeriodGrid.ALIGNED);
  }

  /** Evaluates with the given periods. */
  public static Evaluation evaluate(
      AlarmDefinition alarm,
      AlarmState current,
      SeriesSource series,
      Instant now,
      PeriodGrid grid) {
    Duration period = alarm.period();
    int range = alarm.evaluationPeriods() + EXTRA_PERIODS;
    Instant end = grid.end(now, period, alarm.evaluationPeriods());
    Instant start = end.minus(period.multipliedBy(range));
    Measured measured =
        switch (alarm.signal()) {
          case Signal.OfMetric metric -> Measured.of(metric, series, start, end, range);
          case Signal.OfMath math -> Measured.of(math, series, start, end);
        };
    return Judgement.of(alarm, measured).evaluation(current, now);
  }

  /** How far back {@link #evaluate} reads, whatever the grid: what a source must know. */
  public static Duration reach(AlarmDefinition alarm) {
    Duration period = alarm.period();
    Duration offGrid = period.compareTo(COARSEST_STEP) > 0 ? period : COARSEST_STEP;
    return period.multipliedBy(alarm.evaluationPeriods() + EXTRA_PERIODS).plus(offGrid);
  }

  /** What an alarm reads, for a source that has to fetch it first. */
  public static List<MetricKey> metrics(AlarmDefinition alarm) {
    return switch (alarm.signal()) {
      case Signal.OfMetric metric -> List.of(metric.metric());
      case Signal.OfMath math -> math.queries().metrics();
    };
  }
}
