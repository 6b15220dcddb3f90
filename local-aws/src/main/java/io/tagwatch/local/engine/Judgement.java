package io.tagwatch.local.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Which datapoints of the evaluation range decide, and what they say.
 *
 * <ol>
 *   <li>With N or more real datapoints in the range, the N most recent real ones decide, however
 *       old; the treatment of missing data does not matter. M breaching ones make ALARM, else OK.
 *   <li>With fewer, all real ones count, and the rest up to N is filled in: as breaching, or as not
 *       breaching.
 *   <li>{@code missing} and {@code ignore} fill in nothing. M breaching datapoints make ALARM; else
 *       one that is not breaching makes OK; none at all makes INSUFFICIENT_DATA, and with {@code
 *       ignore} keeps the state.
 *   <li>Remains that there are breaching ones only, fewer than M. {@code ignore} keeps the state.
 *       {@code missing} goes to ALARM once the oldest of them is at least M periods old: the
 *       <em>premature alarm state</em>. Before that, "because the next data point may be
 *       non-breaching, the alarm does not go immediately into ALARM state"; the guide names no
 *       other state either, so it keeps its own.
 * </ol>
 *
 * <p>A percentile alarm that ignores low samples keeps its state while one of its deciding
 * datapoints has fewer observations than the percentile needs.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html#alarms-evaluating-missing-data">User
 *     guide, "How alarm state is evaluated when data is missing" and "Avoiding premature
 *     transitions to alarm state"</a>
 */
final class Judgement {
  private final AlarmDefinition alarm;
  private final Measured measured;

  /** Indexes of the deciding datapoints that exist, newest first. */
  private final int[] real;

  private final int realCount;
  private int breaching;

  private Judgement(AlarmDefinition alarm, Measured measured) {
    this.alarm = alarm;
    this.measured = measured;
    this.real = new int[alarm.evaluationPeriods()];
    int found = 0;
    for (int i = measured.size() - 1; i >= 0 && found < real.length; i--) {
      if (measured.series().has(i)) {
        real[found++] = i;
        breaching += breaches(i) ? 1 : 0;
      }
    }
    this.realCount = found;
  }

  static Judgement of(AlarmDefinition alarm, Measured measured) {
    return new Judgement(alarm, measured);
  }

  Evaluation evaluation(AlarmState current, Instant now) {
    AlarmState next = tooFewSamples() ? current : next(current);
    return new Evaluation(alarm, now, current, next, datapoints());
  }

  private AlarmState next(AlarmState current) {
    int filled = alarm.evaluationPeriods() - realCount;
    if (filled == 0) {
      return byCount(breaching);
    }
    return switch (alarm.missingData()) {
      case BREACHING -> byCount(breaching + filled);
      case NOT_BREACHING -> byCount(breaching);
      case IGNORE -> decidedByReal() ? byCount(breaching) : current;
      case MISSING -> {
        if (decidedByReal()) {
          yield byCount(breaching);
        }
        if (realCount == 0) {
          yield AlarmState.INSUFFICIENT_DATA;
        }
        yield ageOfOldestReal() >= alarm.breachesToAlarm() ? AlarmState.ALARM : current;
      }
    };
  }

  private boolean decidedByReal() {
    return breaching >= alarm.breachesToAlarm() || realCount > breaching;
  }

  /** In periods; the newest period of the range has age 1. */
  private int ageOfOldestReal() {
    return measured.size() - real[realCount - 1];
  }

  private AlarmState byCount(int breaches) {
    return breaches >= alarm.breachesToAlarm() ? AlarmState.ALARM : AlarmState.OK;
  }

  private boolean tooFewSamples() {
    if (alarm.lowSamples() != LowSamples.IGNORE
        || !(alarm.signal() instanceof Signal.OfMetric metric)
        || !(metric.statistic() instanceof PercentileStatistic percentile)) {
      return false;
    }
    for (int i = 0; i < realCount; i++) {
      if (measured.sampleCount(real[i]).orElse(0) < percentile.significantCount()) {
        return true;
      }
    }
    return false;
  }

  private boolean breaches(int i) {
    return alarm.operator().breaches(measured.series().value(i), alarm.threshold());
  }

  private List<Datapoint> datapoints() {
    List<Datapoint> newestFirst = new ArrayList<>(measured.size());
    int realLeft = realCount;
    int missingLeft = alarm.evaluationPeriods() - realCount;
    for (int i = measured.size() - 1; i >= 0; i--) {
      boolean has = measured.series().has(i);
      boolean evaluated = has ? realLeft-- > 0 : missingLeft-- > 0;
      newestFirst.add(datapoint(i, has, evaluated));
    }
    return newestFirst.reversed();
  }

  private Datapoint datapoint(int i, boolean has, boolean evaluated) {
    Datapoint.Verdict verdict =
        !has
            ? Datapoint.Verdict.MISSING
            : breaches(i) ? Datapoint.Verdict.BREACHING : Datapoint.Verdict.NOT_BREACHING;
    return new Datapoint(
        measured.series().time(i),
        has
            ? java.util.OptionalDouble.of(measured.series().value(i))
            : java.util.OptionalDouble.empty(),
        measured.sampleCount(i),
        verdict,
        evaluated);
  }
}
