package io.tagwatch.cli.page.model;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.util.List;

/**
 * A series as the browser draws it. Times are seconds since 1970, values are in the unit's scale.
 *
 * @param unit the unit's sign
 * @param period seconds between two points; a longer distance is a gap
 * @param from left edge
 * @param to right edge
 * @param points oldest first
 * @param limits horizontal lines, each as long as it held
 * @param bands how the watch was, without gaps
 */
record Chart(
    String unit,
    long period,
    long from,
    long to,
    List<Point> points,
    List<Limit> limits,
    List<Band> bands) {

  /**
   * Written as a list, since there are many. {@code beyond} is the worst level whose limit the
   * value breaks; OK for none.
   */
  @JsonFormat(shape = JsonFormat.Shape.ARRAY)
  record Point(long t, double v, Mood beyond, boolean decided) {}

  /**
   * A threshold while it held; {@code below} when the lower side is the bad one, {@code now} while
   * it still holds.
   */
  record Limit(
      double v, Mood severity, boolean below, String label, long from, long to, boolean now) {}

  record Band(long from, long to, Mood mood) {}
}
