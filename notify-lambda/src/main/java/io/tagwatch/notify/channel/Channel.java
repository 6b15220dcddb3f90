package io.tagwatch.notify.channel;

import io.tagwatch.notify.notification.Notification;

/** A way to tell people. Thread-safe. */
public interface Channel {

  /** Delivers one notification, or says why not. Never throws for what the service does. */
  Delivery deliver(Notification notification, Deadline deadline);
}
