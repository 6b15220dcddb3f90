package io.tagwatch.local.sqs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which messages a receive takes. */
final class Selection {
  private Selection() {}

  /** Of a standard queue: the visible ones, oldest first. */
  static List<Message> standard(Collection<Message> inOrder, Instant now, int limit) {
    return inOrder.stream().filter(each -> each.visible(now)).limit(limit).toList();
  }

  /**
   * Of a FIFO queue: the visible ones in order, but none of a group that has a message in flight,
   * and none that stands behind a delayed one of its group.
   */
  static List<Message> fifo(Collection<Message> inOrder, Instant now, int limit) {
    Set<String> blocked = new HashSet<>();
    for (Message each : inOrder) {
      if (each.inFlight(now)) {
        blocked.add(each.group());
      }
    }
    List<Message> taken = new ArrayList<>();
    for (Message each : inOrder) {
      if (taken.size() == limit) {
        break;
      }
      if (!each.visible(now)) {
        blocked.add(each.group());
      } else if (!blocked.contains(each.group())) {
        taken.add(each);
      }
    }
    return taken;
  }
}
