package io.tagwatch.uptime.jsonpath;

import java.util.List;

/**
 * One step of a query.
 *
 * @param descendant true for {@code ..}: the selectors apply to the value and all below it
 */
record Segment(boolean descendant, List<Selector> selectors) {

  Segment {
    selectors = List.copyOf(selectors);
  }

  /** True when the segment selects at most one value. */
  boolean isSingular() {
    return !descendant
        && selectors.size() == 1
        && (selectors.getFirst() instanceof Selector.Name
            || selectors.getFirst() instanceof Selector.Index);
  }
}
