package io.tagwatch.cli.page.model;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The unit of a value as people write it.
 *
 * @param sign such as {@code %}, {@code ms} or {@code MiB}; empty for counts
 * @param scale what one of it is in the metric's own unit
 */
public record Unit(String sign, double scale) {
  private static final double KIB = 1_024;

  /**
   * The unit of a series.
   *
   * @param unit as published
   * @param metric its name, which often tells the unit that the publisher did not
   * @param largest of its values: bytes are shown in the unit that suits it
   */
  public static Unit of(String unit, String metric, double largest) {
    return switch (unit) {
      case "Percent" -> new Unit("%", 1);
      case "Milliseconds" -> new Unit("ms", 1);
      case "Microseconds" -> new Unit("µs", 1);
      case "Seconds" -> new Unit("s", 1);
      case "Bytes" -> bytes(largest);
      default -> new Unit(signOf(metric), 1);
    };
  }

  /** {@code 96.4 %}: at most one decimal, none from a hundred on. */
  public String words(double value) {
    return sign.isEmpty() ? number(value) : number(value) + " " + sign;
  }

  /** The same without its sign. */
  String number(double inMetricsUnit) {
    double value = inMetricsUnit / scale;
    if (!Double.isFinite(value)) {
      return "?";
    }
    int decimals = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 0.1 || value == 0 ? 1 : 3;
    BigDecimal rounded =
        BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP).stripTrailingZeros();
    return rounded.signum() == 0 ? "0" : rounded.toPlainString();
  }

  private static String signOf(String metric) {
    if (metric.endsWith("_percent") || metric.endsWith("Utilization")) {
      return "%";
    }
    if (metric.endsWith("/Uptime/Latency")) {
      return "ms";
    }
    return metric.endsWith("CertificateDaysLeft") ? "days" : metric.endsWith("%") ? "%" : "";
  }

  private static Unit bytes(double largest) {
    if (largest >= KIB * KIB * KIB) {
      return new Unit("GiB", KIB * KIB * KIB);
    }
    if (largest >= KIB * KIB) {
      return new Unit("MiB", KIB * KIB);
    }
    return largest >= KIB ? new Unit("KiB", KIB) : new Unit("B", 1);
  }
}
