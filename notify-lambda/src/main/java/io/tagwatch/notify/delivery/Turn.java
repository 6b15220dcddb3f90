package io.tagwatch.notify.delivery;

import io.tagwatch.notify.notification.Notification;
import java.time.Duration;

/** What shall be done with an alarm's message, given what is remembered of the alarm. */
sealed interface Turn {

  /** Told, perhaps in other words than it came. */
  record Tell(Notification message) implements Turn {}

  /** Kept in its queue for a while. */
  record Hold(String reason, Duration time) implements Turn {}

  /** Not told; the reason is logged. */
  record Drop(String reason) implements Turn {}
}
