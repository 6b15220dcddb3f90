package io.tagwatch.alarms.sync;

import java.util.Set;
import java.util.TreeSet;

/** How much of the world a run looks at. */
public sealed interface Scope {

  /** Every server, check and fixed subject. */
  record Everything() implements Scope {}

  /** A few servers that events are about. */
  record Servers(Set<String> ids) implements Scope {
    public Servers {
      ids = java.util.Collections.unmodifiableSet(new TreeSet<>(ids));
    }
  }

  /** The whole world. */
  static Scope everything() {
    return new Everything();
  }
}
