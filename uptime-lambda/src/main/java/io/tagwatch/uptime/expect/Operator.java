package io.tagwatch.uptime.expect;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How a value is held against what is expected. */
public enum Operator {
  EQUAL("=="),
  UNEQUAL("!="),
  LESS("<"),
  AT_MOST("<="),
  GREATER(">"),
  AT_LEAST(">="),
  IN("in"),
  CONTAINS("contains"),
  MATCHES("matches");

  private static final Map<String, Operator> MEANT =
      Map.ofEntries(
          Map.entry("=", EQUAL),
          Map.entry("===", EQUAL),
          Map.entry("is", EQUAL),
          Map.entry("equals", EQUAL),
          Map.entry("<>", UNEQUAL),
          Map.entry("!==", UNEQUAL),
          Map.entry("=<", AT_MOST),
          Map.entry("=>", AT_LEAST),
          Map.entry("=~", MATCHES),
          Map.entry("~", MATCHES),
          Map.entry("has", CONTAINS),
          Map.entry("includes", CONTAINS));

  private final String symbol;

  Operator(String symbol) {
    this.symbol = symbol;
  }

  public String symbol() {
    return symbol;
  }

  static Optional<Operator> parse(String written) {
    return Arrays.stream(values()).filter(o -> o.symbol.equals(written)).findFirst();
  }

  /** What somebody who wrote an unknown operator probably meant. */
  static Optional<String> meant(String written) {
    return Optional.ofNullable(MEANT.get(written))
        .map(Operator::symbol)
        .or(() -> io.tagwatch.common.config.Suggestion.nearest(written, symbols()));
  }

  static List<String> symbols() {
    return Arrays.stream(values()).map(Operator::symbol).toList();
  }

  boolean isOrder() {
    return this == LESS || this == AT_MOST || this == GREATER || this == AT_LEAST;
  }
}
