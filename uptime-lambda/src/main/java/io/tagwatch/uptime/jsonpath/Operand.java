package io.tagwatch.uptime.jsonpath;

import java.util.List;

/** Something in a filter that has a value, or none. */
sealed interface Operand {

  /** A JSON scalar; the value is null for {@code null}. */
  record Literal(Object value) implements Operand {}

  /**
   * A query.
   *
   * @param absolute from the document's root, and not from the current value
   */
  record Query(boolean absolute, List<Segment> segments) implements Operand {
    public Query {
      segments = List.copyOf(segments);
    }

    boolean isSingular() {
      return segments.stream().allMatch(Segment::isSingular);
    }
  }

  /** {@code length(value)}. */
  record Length(Operand of) implements Operand {}

  /** {@code count(query)}. */
  record Count(Query of) implements Operand {}

  /** {@code value(query)}. */
  record ValueOf(Query of) implements Operand {}
}
