package io.tagwatch.notify.enrich;

import io.tagwatch.notify.notification.Notification;
import java.time.Duration;
import java.util.List;

/** Adds what is known beside the message. Never fails, and never drops or adds a notification. */
@FunctionalInterface
public interface Enrichment {

  /**
   * @param told of one batch, in its order
   * @param left how long the function may still run; delivery needs most of it
   * @return as many, in the same order
   */
  List<Notification> enrich(List<Notification> told, Duration left);

  /** Where there is nothing to add. */
  static Enrichment none() {
    return new Enrichment() {
      @Override
      public List<Notification> enrich(List<Notification> told, Duration left) {
        return told;
      }
    };
  }
}
