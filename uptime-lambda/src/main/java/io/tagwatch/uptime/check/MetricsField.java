package io.tagwatch.uptime.check;

import io.tagwatch.common.config.Node;
import io.tagwatch.common.config.Section;
import java.util.Optional;

/** The key {@code metrics}: which metrics are published besides the usual ones. */
final class MetricsField {
  private MetricsField() {}

  /** Whether {@code phases} is in the list; empty when there is no list. */
  static Optional<Boolean> phases(Section section) {
    if (section.node("metrics").isEmpty()) {
      return Optional.empty();
    }
    boolean phases = false;
    for (Node item : section.items("metrics")) {
      if (item instanceof Node.Text text && text.value().equals("phases")) {
        phases = true;
      } else {
        section
            .problems()
            .add(item, item.describe() + " is no group of metrics; the only one is phases");
      }
    }
    return Optional.of(phases);
  }
}
