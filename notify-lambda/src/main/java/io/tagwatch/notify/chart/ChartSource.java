package io.tagwatch.notify.chart;

/** Draws graphs. */
@FunctionalInterface
public interface ChartSource {

  /**
   * Draws one.
   *
   * @param widget in CloudWatch's widget structure
   * @param width of the picture, as the widget says it
   * @param height likewise
   * @param words what it shows, for those who cannot see it
   */
  Drawing draw(String widget, int width, int height, String words);
}
