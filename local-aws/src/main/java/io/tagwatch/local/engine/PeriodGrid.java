package io.tagwatch.local.engine;

import java.time.Duration;
import java.time.Instant;

/** Where the periods of an alarm lie at a given time. Only complete periods are evaluated. */
public enum PeriodGrid {
  /**
   * Periods start at multiples of their length: an alarm over five minutes looks at 08:00-08:05,
   * 08:05-08:10 and so on, and its state changes at these times only, unless data comes late.
   */
  ALIGNED {
    @Override
    Instant end(Instant now, Duration period, int evaluationPeriods) {
      return Statistics.floor(now, period.toSeconds());
    }
  },

  /**
   * The last period ends at the last full minute, or for periods below a minute at the last full
   * ten seconds, so the window moves on with every evaluation, as it does in AWS: "at the end of
   * minute 5 the alarm evaluates based on data from minutes 1 to 5. Then at the end of minute 6,
   * the alarm is evaluated based on the data from minutes 2 to 6." Alarms over more than a day move
   * on by the hour.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-evaluation.html">Alarm
   *     evaluation settings</a>
   */
  SLIDING {
    @Override
    Instant end(Instant now, Duration period, int evaluationPeriods) {
      if (period.multipliedBy(evaluationPeriods).compareTo(Duration.ofDays(1)) > 0) {
        return Statistics.floor(now, Duration.ofHours(1).toSeconds());
      }
      return Statistics.floor(now, period.toSeconds() < 60 ? 10 : 60);
    }
  };

  /** The end of the last complete period. */
  abstract Instant end(Instant now, Duration period, int evaluationPeriods);
}
