package io.tagwatch.uptime.expect;

import com.google.re2j.Pattern;
import java.util.List;

/** The right-hand side of an expectation. */
sealed interface Expected {

  /** One value, for comparisons. */
  record One(Value value) implements Expected {}

  /** Values and ranges, for {@code in}. */
  record AnyOf(List<Range> ranges) implements Expected {
    public AnyOf {
      ranges = List.copyOf(ranges);
    }
  }

  /** A regular expression, for {@code matches}. */
  record Expression(Pattern pattern) implements Expected {}

  /** From one value to another, both included; a single value is a range to itself. */
  record Range(Value from, Value to) {
    boolean holds(Value value) {
      if (from.equals(to)) {
        return Value.equal(value, from);
      }
      return value.getClass() == from.getClass()
          && Value.order(value, from) >= 0
          && Value.order(value, to) <= 0;
    }
  }
}
