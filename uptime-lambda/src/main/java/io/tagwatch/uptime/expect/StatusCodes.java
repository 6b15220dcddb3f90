package io.tagwatch.uptime.expect;

/** Three digits, the first not zero; see RFC 9110, section 15. Some servers go beyond 599. */
final class StatusCodes {
  private static final int LEAST = 100;
  private static final int MOST = 999;

  private StatusCodes() {}

  static boolean isOne(Value value) {
    return value instanceof Value.Num num
        && num.number().scale() <= 0
        && num.number().compareTo(java.math.BigDecimal.valueOf(LEAST)) >= 0
        && num.number().compareTo(java.math.BigDecimal.valueOf(MOST)) <= 0;
  }
}
