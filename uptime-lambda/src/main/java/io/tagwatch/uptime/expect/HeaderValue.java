package io.tagwatch.uptime.expect;

import java.math.BigDecimal;

/** A header's text as the kind of value that is expected of it, if it has that form. */
final class HeaderValue {
  private HeaderValue() {}

  static Value of(String text, Expected expected) {
    boolean numberWanted =
        switch (expected) {
          case Expected.One one -> one.value() instanceof Value.Num;
          case Expected.AnyOf any -> any.ranges().getFirst().from() instanceof Value.Num;
          case Expected.Expression e -> false;
        };
    return numberWanted && text.length() < 40 && Literals.NUMBER.matcher(text).matches()
        ? new Value.Num(new BigDecimal(text))
        : new Value.Text(text);
  }
}
