package io.tagwatch.bench.engine;

import io.tagwatch.bench.Median;
import io.tagwatch.bench.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/**
 * Alarm evaluation at scale: every simulated minute each metric gets a datapoint and each alarm is
 * evaluated, on one thread. Target: 10,000 alarms in under a second a minute and under 1 GiB.
 */
public final class EngineBench {
  private static final Instant START = Instant.parse("2026-11-21T08:00:00Z");
  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** Minutes that are not measured, so that the code is compiled. */
  private static final int WARM_UP = 20;

  /**
   * What was measured.
   *
   * @param alarms how many, each with a metric of its own
   * @param history how many minutes of data there were before
   * @param publishMillis the median of storing a minute's datapoints
   * @param evaluateMillis the median of evaluating all alarms once
   * @param slowestMillis the longest evaluation
   * @param liveMegabytes the heap in use after a collection
   * @param peakMegabytes the most heap in use after any minute, garbage included
   */
  public record Result(
      int alarms,
      int history,
      double publishMillis,
      double evaluateMillis,
      double slowestMillis,
      long liveMegabytes,
      long peakMegabytes) {}

  private EngineBench() {}

  /**
   * Measures 1,000 and 10,000 alarms after an hour and a day of data; one table. Run it with {@code
   * -Xmx1g}, the memory that it is meant to fit in.
   */
  public static String run() {
    return table(run(1_000, 60, 60), run(10_000, 60, 60), run(10_000, 1_440, 60));
  }

  /**
   * Fills a store, then lets time pass.
   *
   * @param alarms how many
   * @param history minutes of data before the first evaluation
   * @param minutes how many to measure
   */
  public static Result run(int alarms, int history, int minutes) {
    AlarmFleet fleet = new AlarmFleet(alarms);
    Instant now = START;
    for (int i = 0; i < history; i++) {
      fleet.publish(now);
      now = now.plus(MINUTE);
    }
    double[] publish = new double[minutes];
    double[] evaluate = new double[minutes];
    long peak = 0;
    for (int i = -WARM_UP; i < minutes; i++) {
      long begin = System.nanoTime();
      fleet.publish(now);
      now = now.plus(MINUTE);
      long published = System.nanoTime();
      fleet.evaluate(now);
      long evaluated = System.nanoTime();
      peak = Math.max(peak, usedBytes());
      if (i >= 0) {
        publish[i] = (published - begin) / 1e6;
        evaluate[i] = (evaluated - published) / 1e6;
      }
    }
    System.gc();
    return result(fleet, alarms, history, publish, evaluate, usedBytes(), peak);
  }

  /** The results as a table. */
  public static String table(Result... results) {
    Table table =
        new Table(
            "alarms",
            "minutes of data",
            "store a minute, ms",
            "evaluate a minute, ms",
            "slowest, ms",
            "live heap, MB",
            "peak heap, MB");
    for (Result result : results) {
      table.row(
          result.alarms(),
          result.history(),
          "%.1f".formatted(result.publishMillis()),
          "%.1f".formatted(result.evaluateMillis()),
          "%.1f".formatted(result.slowestMillis()),
          result.liveMegabytes(),
          result.peakMegabytes());
    }
    return table.toString();
  }

  private static Result result(
      AlarmFleet fleet,
      int alarms,
      int history,
      double[] publish,
      double[] evaluate,
      long live,
      long peak) {
    if (fleet.textLength() == 0) {
      throw new IllegalStateException("no alarm ever changed its state");
    }
    return new Result(
        alarms,
        history,
        Median.of(publish),
        Median.of(evaluate),
        Arrays.stream(evaluate).max().orElseThrow(),
        live >> 20,
        peak >> 20);
  }

  private static long usedBytes() {
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
