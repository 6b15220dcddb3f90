package io.tagwatch.notify.delivery;

import io.tagwatch.notify.notification.Digest;
import io.tagwatch.notify.notification.Notification;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** As few digests as possible: one, unless the channel cannot hold it. */
public final class Groups {
  private Groups() {}

  /** Groups of alarms that are told in one message each, in the order given. */
  public static List<List<Notification>> of(
      List<Notification> alarms, Predicate<Notification> holds) {
    return of(alarms, Digest::of, holds);
  }

  /**
   * Groups of messages that are told in one each.
   *
   * @param together the one message for several
   */
  static List<List<Notification>> of(
      List<Notification> messages,
      Function<List<Notification>, Notification> together,
      Predicate<Notification> holds) {
    List<List<Notification>> groups = new ArrayList<>();
    for (int start = 0; start < messages.size(); ) {
      int size = most(messages.subList(start, messages.size()), together, holds);
      groups.add(messages.subList(start, start + size));
      start += size;
    }
    return groups;
  }

  /** How many of the first fit into one message; at least one. */
  private static int most(
      List<Notification> messages,
      Function<List<Notification>, Notification> together,
      Predicate<Notification> holds) {
    int fitting = 1;
    int tooMany = messages.size() + 1;
    for (int size = messages.size(); size > fitting; size = (fitting + tooMany) / 2) {
      if (holds.test(together.apply(messages.subList(0, size)))) {
        fitting = size;
      } else {
        tooMany = size;
      }
    }
    return fitting;
  }
}
