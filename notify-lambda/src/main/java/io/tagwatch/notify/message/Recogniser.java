package io.tagwatch.notify.message;

import io.tagwatch.notify.notification.Notification;
import java.util.Optional;

/** Understands messages of one kind. */
@FunctionalInterface
interface Recogniser {

  /** What it says; empty when it is of another kind. */
  Optional<Notification> recognise(Incoming message);
}
