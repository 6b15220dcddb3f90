package io.tagwatch.notify.delivery;

import io.tagwatch.notify.notification.Notification;
import java.util.List;
import java.util.function.Function;

/**
 * Messages that are told in as few posts as the channel holds.
 *
 * @param together the one message for several
 */
record Parcel(List<Notification> messages, Function<List<Notification>, Notification> together) {

  /** Whether it tells what happens now, and not what was held back in quiet hours. */
  boolean isFresh() {
    return !(together instanceof QuietSummary);
  }

  /** One message, told as it is. */
  static Parcel single(Notification message) {
    return new Parcel(List.of(message), List::getFirst);
  }
}
