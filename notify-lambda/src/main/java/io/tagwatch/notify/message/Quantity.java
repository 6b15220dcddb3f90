package io.tagwatch.notify.message;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;

/**
 * Measured values as people say them: {@code 96.4 %}, {@code 1.5 GiB}, {@code 820 ms}, {@code 1,200
 * /s}. The unit is the alarm's, else what the metric's name says.
 */
final class Quantity {
  private static final int DIGITS = 4;
  private static final List<String> BYTES = List.of("B", "KiB", "MiB", "GiB", "TiB");
  private static final List<String> BITS = List.of("bit", "kbit", "Mbit", "Gbit", "Tbit");

  private Quantity() {}

  /**
   * The value with its unit.
   *
   * @param unit as the API spells it, {@code Days}, or the code of a currency; others are not said
   */
  static String print(BigDecimal value, String unit) {
    String rate = "/Second";
    if (unit.endsWith(rate)) {
      return amount(value, unit.substring(0, unit.length() - rate.length())) + "/s";
    }
    return amount(value, unit);
  }

  private static String amount(BigDecimal value, String unit) {
    return switch (unit) {
      case "Percent" -> number(value) + " %";
      case "Days" -> number(value) + (value.compareTo(BigDecimal.ONE) == 0 ? " day" : " days");
      case "Seconds" -> time(value, 1_000_000L);
      case "Milliseconds" -> time(value, 1_000L);
      case "Microseconds" -> time(value, 1L);
      case "USD" -> money(value) + " USD";
      case "Bytes", "Kilobytes", "Megabytes", "Gigabytes", "Terabytes" ->
          scaled(value, unit, BigDecimal.valueOf(1_024), BYTES);
      case "Bits", "Kilobits", "Megabits", "Gigabits", "Terabits" ->
          scaled(value, unit, BigDecimal.valueOf(1_000), BITS);
      default -> number(value);
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
    return plain.length() > 40
        ? value.round(new MathContext(DIGITS, RoundingMode.HALF_UP)).toString()
        : grouped(plain);
  }

  /** Whole, or with two digits: {@code 100}, {@code 104.37}. */
  private static String money(BigDecimal value) {
    BigDecimal cents = value.setScale(2, RoundingMode.HALF_UP);
    return cents.stripTrailingZeros().scale() <= 0 ? number(cents) : grouped(cents.toPlainString());
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

  /** Starts at the unit's own prefix and goes up while the amount has a next one. */
  private static String scaled(BigDecimal value, String unit, BigDecimal step, List<String> names) {
    int at = Math.max(0, "BKMGT".indexOf(unit.charAt(0)));
    BigDecimal amount = value;
    while (at < names.size() - 1 && amount.abs().compareTo(step) >= 0) {
      amount = amount.divide(step, MathContext.DECIMAL64);
      at++;
    }
    while (at > 0 && amount.signum() != 0 && amount.abs().compareTo(BigDecimal.ONE) < 0) {
      amount = amount.multiply(step);
      at--;
    }
    return number(round(amount)) + " " + names.get(at);
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
