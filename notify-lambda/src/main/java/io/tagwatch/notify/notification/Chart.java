package io.tagwatch.notify.notification;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a picture of an alarm shows: its series or formulas over time, and its limit.
 *
 * @param lines at least one, in the order of the alarm
 * @param threshold a fixed limit; empty for a band
 */
public record Chart(List<Line> lines, Optional<BigDecimal> threshold) {

  public Chart {
    lines = List.copyOf(lines);
  }

  /**
   * A series, or a formula over other lines.
   *
   * @param id by which formulas call it; may be empty
   * @param label for the legend; may be empty
   * @param shown false for what only formulas use
   * @param series empty for a formula
   * @param formula empty for a series
   */
  public record Line(
      String id, String label, boolean shown, Optional<Series> series, String formula) {}

  /**
   * A metric and how it is read.
   *
   * @param statistic as the API spells it
   * @param period seconds; 0 when unknown
   */
  public record Series(
      String namespace,
      String name,
      Map<String, String> dimensions,
      String statistic,
      int period) {}
}
