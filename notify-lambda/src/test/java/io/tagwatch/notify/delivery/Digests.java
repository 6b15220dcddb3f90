package io.tagwatch.notify.delivery;

import io.tagwatch.notify.notification.Notification;
import java.util.List;

/** Digests for tests of other packages. */
public final class Digests {
  private Digests() {}

  public static Notification of(Notification... alarms) {
    return Digest.of(List.of(alarms));
  }
}
