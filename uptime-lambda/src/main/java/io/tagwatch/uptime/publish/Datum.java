package io.tagwatch.uptime.publish;

import java.time.Instant;
import java.util.Optional;

/**
 * One value of one metric.
 *
 * @param check the value of the dimension {@code Check}; empty for metrics of the run
 */
public record Datum(
    String metric, Optional<String> check, double value, Unit unit, Instant timestamp) {

  /** What a value counts. */
  public enum Unit {
    NONE("None"),
    COUNT("Count"),
    MILLISECONDS("Milliseconds");

    private final String spelling;

    Unit(String spelling) {
      this.spelling = spelling;
    }

    /** The spelling of the CloudWatch API. */
    public String spelling() {
      return spelling;
    }
  }
}
