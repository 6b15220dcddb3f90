package io.tagwatch.notify.message;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * Measured values as people say them: {@code 96.4 %}, {@code 1.5 GiB}, {@code 820 ms}, {@code 1,200
 * /s}. The unit is the alarm's, else what the metric's name says.
 */
final class Quantity {
  private static final int DIGITS = 4;

  private Quantity() {}

  /** The CloudWatch unit of a metric; empty when neither the alarm nor the name tells. */
  static String unit(Optional<String> declared, String namespace, String metric) {
    String unit = declared.orElse("");
    if (!unit.isEmpty() && !unit.equalsIgnoreCase("None")) {
      return unit;
    }
    String name = metric.toLowerCase(Locale.ROOT);
    if (name.contains("percent") || name.endsWith("utilization")) {
      return "Percent";
    }
    if (name.endsWith("bytes")
        || name.endsWith("bytesused")
        || name.endsWith("memory")
        || name.endsWith("storagespace")
        || name.equals("networkin")
        || name.equals("networkout")) {
      return "Bytes";
    }
    if (namespace.equals("AWS/Lambda") && metric.equals("Duration")) {
      return "Milliseconds";
    }
    if (namespace.endsWith("/Uptime")) {
      return metric.equals("Latency")
          ? "Milliseconds"
          : metric.equals("CertificateDaysLeft") ? "Days" : "";
    }
    boolean seconds =
        name.endsWith("responsetime") || namespace.equals("AWS/RDS") && name.endsWith("latency");
    return seconds
        ? "Seconds"
        : namespace.equals("AWS/ApiGateway") && name.endsWith("latency") ? "Milliseconds" : "";
  }

  /** The value with its unit. */
  static String print(BigDecimal value, String unit) {
    return switch (unit) {
      case "Percent" -> number(value) + " %";
      case "Days" -> number(value) + (value.compareTo(BigDecimal.ONE) == 0 ? " day" : " days");
      case "Seconds" -> time(value, 1_000_000L);
      case "Milliseconds" -> time(value, 1_000L);
      case "Microseconds" -> time(value, 1L);
      case "Bytes" -> bytes(value, 1L);
      case "Kilobytes" -> bytes(value, 1L << 10);
      case "Megabytes" -> bytes(value, 1L << 20);
      case "Gigabytes" -> bytes(value, 1L << 30);
      case "Bytes/Second" -> bytes(value, 1L) + "/s";
      case "Count/Second" -> number(value) + "/s";
      case "", "Count", "None" -> number(value);
      default -> number(value) + " " + unit.toLowerCase(Locale.ROOT);
    };
  }

  /** At most four significant digits, thousands grouped; whole numbers in full. */
  static String number(BigDecimal value) {
    BigDecimal whole = value.setScale(0, RoundingMode.HALF_UP);
    boolean isWhole = value.stripTrailingZeros().scale() <= 0;
    BigDecimal shown =
        isWhole || whole.precision() >= DIGITS
            ? whole
            : value.round(new MathContext(DIGITS, RoundingMode.HALF_UP));
    BigDecimal bare = shown.stripTrailingZeros();
    String plain = (bare.scale() < 0 ? bare.setScale(0) : bare).toPlainString();
    return plain.length() > 40 ? value.toString() : grouped(plain);
  }

  private static String grouped(String plain) {
    int end = plain.indexOf('.') < 0 ? plain.length() : plain.indexOf('.');
    int start = plain.startsWith("-") ? 1 : 0;
    StringBuilder text = new StringBuilder(plain);
    for (int at = end - 3; at > start; at -= 3) {
      text.insert(at, ',');
    }
    return text.toString();
  }

  private static String bytes(BigDecimal value, long factor) {
    BigDecimal amount = value.multiply(BigDecimal.valueOf(factor));
    String[] units = {"B", "KiB", "MiB", "GiB", "TiB"};
    int unit = 0;
    BigDecimal kib = BigDecimal.valueOf(1_024);
    while (unit < units.length - 1 && amount.abs().compareTo(kib) >= 0) {
      amount = amount.divide(kib, MathContext.DECIMAL64);
      unit++;
    }
    return number(amount.round(new MathContext(3, RoundingMode.HALF_UP))) + " " + units[unit];
  }

  private static String time(BigDecimal value, long micros) {
    BigDecimal amount = value.multiply(BigDecimal.valueOf(micros));
    BigDecimal second = BigDecimal.valueOf(1_000_000);
    if (amount.abs().compareTo(BigDecimal.valueOf(3_600L * 1_000_000)) >= 0) {
      return Times.length(
          Duration.ofSeconds(clamped(amount.divide(second, MathContext.DECIMAL64))));
    }
    if (amount.abs().compareTo(second) >= 0) {
      return number(round(amount.divide(second, MathContext.DECIMAL64))) + " s";
    }
    BigDecimal millis = amount.divide(BigDecimal.valueOf(1_000), MathContext.DECIMAL64);
    return millis.signum() == 0 || millis.abs().compareTo(BigDecimal.ONE) >= 0
        ? number(round(millis)) + " ms"
        : number(round(amount)) + " µs";
  }

  private static long clamped(BigDecimal seconds) {
    return seconds.min(BigDecimal.valueOf(100L * 365 * 86_400)).longValue();
  }

  private static BigDecimal round(BigDecimal value) {
    return value.round(new MathContext(3, RoundingMode.HALF_UP));
  }
}
