package io.tagwatch.uptime.jsonpath;

import java.util.OptionalLong;

/** Which children of a value a segment takes. */
sealed interface Selector {

  record Name(String name) implements Selector {}

  record Wildcard() implements Selector {}

  /** From the end when negative. */
  record Index(long index) implements Selector {}

  record Slice(OptionalLong start, OptionalLong end, long step) implements Selector {}

  record Filter(Condition condition) implements Selector {}
}
