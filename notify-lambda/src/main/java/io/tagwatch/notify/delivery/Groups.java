package io.tagwatch.notify.delivery;

import io.tagwatch.notify.notification.Digest;
import io.tagwatch.notify.notification.Notification;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** As few digests as possible: one, unless the channel cannot hold it. */
final class Groups {
  private Groups() {}

  /** Groups of alarms that are told in one message each, in the order given. */
  static List<List<Notification>> of(List<Notification> alarms, Predicate<Notification> holds) {
    List<List<Notification>> groups = new ArrayList<>();
    for (int start = 0; start < alarms.size(); ) {
      int size = most(alarms.subList(start, alarms.size()), holds);
      groups.add(alarms.subList(start, start + size));
      start += size;
    }
    return groups;
  }

  /** How many of the first fit into one message; at least one. */
  private static int most(List<Notification> alarms, Predicate<Notification> holds) {
    int fitting = 1;
    int tooMany = alarms.size() + 1;
    for (int size = alarms.size(); size > fitting; size = (fitting + tooMany) / 2) {
      if (holds.test(Digest.of(alarms.subList(0, size)))) {
        fitting = size;
      } else {
        tooMany = size;
      }
    }
    return fitting;
  }
}
