package io.tagwatch.local.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Samples folded into periods: the arithmetic of GetMetricStatistics and GetMetricData. */
public final class Statistics {
  /**
   * How old a start time may be to be rounded to whole minutes, and to five minutes; older ones are
   * rounded to whole hours. See GetMetricStatistics, StartTime.
   */
  private static final Duration MINUTES_UP_TO = Duration.ofDays(15);

  private static final Duration FIVE_MINUTES_UP_TO = Duration.ofDays(63);
  private static final long MINUTE = 60;

  private Statistics() {}

  /**
   * The periods with data, oldest first. Periods follow one another from {@code start}; the last
   * one ends with the first period boundary at or after {@code end}, but samples at or after {@code
   * end} do not count.
   *
   * @param unit only data published in this unit; all data when empty
   * @param start included; see {@link #roundedStart}
   * @param end excluded
   */
  public static List<Bucket> buckets(
      SeriesSource series,
      MetricKey metric,
      Optional<String> unit,
      Instant start,
      Instant end,
      Duration period) {
    return buckets(series.samples(metric, unit, start, end), start, period);
  }

  /**
   * The same for samples at hand.
   *
   * @param samples oldest first, none before {@code start}
   */
  public static List<Bucket> buckets(List<Sample> samples, Instant start, Duration period) {
    List<Bucket> buckets = new ArrayList<>();
    List<Readings> open = new ArrayList<>();
    long openIndex = -1;
    for (Sample sample : samples) {
      long index = (sample.time().getEpochSecond() - start.getEpochSecond()) / period.toSeconds();
      if (index != openIndex && !open.isEmpty()) {
        buckets.add(bucket(start, period, openIndex, open));
        open.clear();
      }
      openIndex = index;
      open.add(sample.readings());
    }
    if (!open.isEmpty()) {
      buckets.add(bucket(start, period, openIndex, open));
    }
    return buckets;
  }

  /**
   * The start time as CloudWatch rounds it down: to the period's own grid for periods below a
   * minute; else to whole minutes, five minutes or hours as the start lies up to 15 days, up to 63
   * days or further back.
   */
  public static Instant roundedStart(Instant start, Duration period, Instant now) {
    Duration age = Duration.between(start, now);
    long step =
        period.toSeconds() < MINUTE
            ? period.toSeconds()
            : age.compareTo(MINUTES_UP_TO) <= 0
                ? MINUTE
                : age.compareTo(FIVE_MINUTES_UP_TO) <= 0 ? 5 * MINUTE : 60 * MINUTE;
    return floor(start, step);
  }

  static void requirePeriod(Duration period) {
    if (period.toSeconds() < 1) {
      throw new InvalidDefinition("Period must be at least 1 second");
    }
  }

  static Instant floor(Instant time, long seconds) {
    return Instant.ofEpochSecond(Math.floorDiv(time.getEpochSecond(), seconds) * seconds);
  }

  private static Bucket bucket(Instant start, Duration period, long index, List<Readings> parts) {
    return new Bucket(start.plus(period.multipliedBy(index)), Readings.together(parts));
  }
}
