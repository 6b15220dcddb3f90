package io.tagwatch.uptime.jsonpath;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** One run of a query over one document. */
final class Walk {
  /** Values that one run may visit. */
  static final int BUDGET = 5_000_000;

  private final Object root;
  private final FilterVerdict filters = new FilterVerdict(this);
  private int visited;

  Walk(Object root) {
    this.root = root;
  }

  List<Object> select(List<Segment> segments, Object from) {
    List<Object> current = java.util.Collections.singletonList(from);
    for (Segment segment : segments) {
      List<Object> next = new ArrayList<>();
      for (Object value : current) {
        step(segment, value, next);
      }
      current = next;
    }
    return current;
  }

  List<Object> select(Operand.Query query, Object currentValue) {
    return select(query.segments(), query.absolute() ? root : currentValue);
  }

  private void step(Segment segment, Object value, List<Object> into) {
    visit();
    for (Selector selector : segment.selectors()) {
      choose(selector, value, into);
    }
    if (segment.descendant()) {
      for (Object child : children(value)) {
        step(segment, child, into);
      }
    }
  }

  private void choose(Selector selector, Object value, List<Object> into) {
    switch (selector) {
      case Selector.Name name -> {
        if (value instanceof Map<?, ?> members && members.containsKey(name.name())) {
          into.add(members.get(name.name()));
        }
      }
      case Selector.Wildcard all -> into.addAll(children(value));
      case Selector.Index index -> {
        if (value instanceof List<?> items) {
          long at = index.index() < 0 ? items.size() + index.index() : index.index();
          if (at >= 0 && at < items.size()) {
            into.add(items.get((int) at));
          }
        }
      }
      case Selector.Slice slice -> {
        if (value instanceof List<?> items) {
          slice(slice, items, into);
        }
      }
      case Selector.Filter filter -> {
        for (Object child : children(value)) {
          visit();
          if (filters.holds(filter.condition(), child)) {
            into.add(child);
          }
        }
      }
    }
  }

  /** The bounds of RFC 9535, section 2.3.4.2.2. */
  private static void slice(Selector.Slice slice, List<?> items, List<Object> into) {
    long step = slice.step();
    int size = items.size();
    if (step > 0) {
      long from = clamp(fromEnd(slice.start().orElse(0), size), 0, size);
      long to = clamp(fromEnd(slice.end().orElse(size), size), 0, size);
      for (long i = from; i < to; i += step) {
        into.add(items.get((int) i));
      }
    } else if (step < 0) {
      long from = slice.start().isPresent() ? fromEnd(slice.start().getAsLong(), size) : size - 1L;
      long to = slice.end().isPresent() ? fromEnd(slice.end().getAsLong(), size) : -1;
      to = clamp(to, -1, size - 1L);
      for (long i = clamp(from, -1, size - 1L); i > to; i += step) {
        into.add(items.get((int) i));
      }
    }
  }

  private static long fromEnd(long index, int size) {
    return index < 0 ? size + index : index;
  }

  private static long clamp(long value, long least, long most) {
    return Math.max(least, Math.min(most, value));
  }

  private static Collection<?> children(Object value) {
    return switch (value) {
      case Map<?, ?> members -> members.values();
      case List<?> items -> items;
      case null, default -> List.of();
    };
  }

  private void visit() {
    if (++visited > BUDGET) {
      throw new TooMuchWorkException(BUDGET);
    }
  }
}
