package io.tagwatch.local.cloudwatch;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Lines over time in PNG, without any words: a machine without a screen may have no fonts. Not
 * thread-safe.
 */
final class WidgetPicture {
  private static final int MARGIN = 8;
  private static final int GRID = 4;
  private static final Color[] COLOURS = {
    new Color(0x1F77B4), new Color(0x9467BD), new Color(0x2CA02C), new Color(0x8C564B)
  };
  private static final Color LIMIT = new Color(0xD0021B);
  private static final float[] DASHES = {6, 4};

  private final int width;
  private final int height;
  private final Instant start;
  private final Instant end;
  private final List<List<Point>> lines = new ArrayList<>();
  private final List<Double> limits = new ArrayList<>();
  private double low;
  private double high;

  static {
    // Nothing is shown here, whatever screen the machine has.
    System.setProperty("java.awt.headless", "true");
  }

  /** A datapoint. */
  record Point(Instant at, double value) {}

  WidgetPicture(int width, int height, Instant start, Instant end) {
    this.width = width;
    this.height = height;
    this.start = start;
    this.end = end;
  }

  void line(List<Point> points) {
    lines.add(List.copyOf(points));
  }

  void limit(double value) {
    limits.add(value);
  }

  byte[] png() {
    low = Math.min(0, all().min().orElse(0));
    high = Math.max(low + 1e-9, all().max().orElse(1));
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    try {
      draw(graphics);
    } finally {
      graphics.dispose();
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(8 * 1_024);
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory does not fail", e);
    }
    return bytes.toByteArray();
  }

  private void draw(Graphics2D graphics) {
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, width, height);
    graphics.setColor(new Color(0xE4E7EB));
    for (int i = 0; i <= GRID; i++) {
      double y = MARGIN + (height - 2.0 * MARGIN) * i / GRID;
      graphics.draw(new Line2D.Double(MARGIN, y, (double) width - MARGIN, y));
    }
    graphics.setStroke(new BasicStroke(2));
    for (int i = 0; i < lines.size(); i++) {
      graphics.setColor(COLOURS[i % COLOURS.length]);
      draw(graphics, lines.get(i));
    }
    graphics.setColor(LIMIT);
    graphics.setStroke(
        new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, DASHES, 0));
    for (double limit : limits) {
      graphics.draw(new Line2D.Double(MARGIN, y(limit), (double) width - MARGIN, y(limit)));
    }
  }

  /** One point alone is a dot. */
  private void draw(Graphics2D graphics, List<Point> line) {
    if (line.isEmpty()) {
      return;
    }
    Path2D path = new Path2D.Double();
    path.moveTo(x(line.getFirst().at()), y(line.getFirst().value()));
    line.forEach(point -> path.lineTo(x(point.at()), y(point.value())));
    graphics.draw(path);
    Point last = line.getLast();
    graphics.fill(new Ellipse2D.Double(x(last.at()) - 2.5, y(last.value()) - 2.5, 5, 5));
  }

  private double x(Instant at) {
    double part =
        (double) Duration.between(start, at).toMillis() / Duration.between(start, end).toMillis();
    return MARGIN + (width - 2.0 * MARGIN) * part;
  }

  /** From zero, or from the lowest value below it, to the highest and a little more. */
  private double y(double value) {
    double part = (value - low) / ((high - low) * 1.05);
    return height - MARGIN - (height - 2.0 * MARGIN) * part;
  }

  private DoubleStream all() {
    return DoubleStream.concat(
        lines.stream().flatMap(List::stream).mapToDouble(Point::value),
        limits.stream().mapToDouble(Double::doubleValue));
  }
}
