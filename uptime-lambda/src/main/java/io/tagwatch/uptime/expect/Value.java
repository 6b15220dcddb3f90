package io.tagwatch.uptime.expect;

import io.tagwatch.common.config.Durations;
import java.math.BigDecimal;
import java.time.Duration;

/** Something that can be expected or found. Two kinds are never equal and never in order. */
sealed interface Value {

  /** An exact decimal: 1 equals 1.0. */
  record Num(BigDecimal number) implements Value {
    @Override
    public String toString() {
      return number.toString();
    }
  }

  record Text(String text) implements Value {
    @Override
    public String toString() {
      return '"' + Excerpt.cut(text) + '"';
    }
  }

  record Flag(boolean flag) implements Value {
    @Override
    public String toString() {
      return String.valueOf(flag);
    }
  }

  /** JSON's null. */
  record Null() implements Value {
    @Override
    public String toString() {
      return "null";
    }
  }

  record Time(Duration time) implements Value {
    @Override
    public String toString() {
      return Durations.print(time);
    }
  }

  /** What kind of value it is, in a sentence. */
  default String kind() {
    return switch (this) {
      case Num n -> "a number";
      case Text t -> "text";
      case Flag f -> "true or false";
      case Null n -> "null";
      case Time t -> "a duration";
    };
  }

  /** Negative, zero or positive; meaningful for two numbers or two durations. */
  static int order(Value a, Value b) {
    return switch (a) {
      case Num n when b instanceof Num m -> n.number.compareTo(m.number);
      case Time t when b instanceof Time u -> t.time.compareTo(u.time);
      default -> throw new IllegalArgumentException(a.kind() + " has no order with " + b.kind());
    };
  }

  static boolean equal(Value a, Value b) {
    return a.getClass() == b.getClass()
        && (a instanceof Num || a instanceof Time ? order(a, b) == 0 : a.equals(b));
  }
}
