package io.tagwatch.notify.delivery;

import io.tagwatch.notify.channel.Form;
import io.tagwatch.notify.notification.Notification;

/** What became of a message on one channel. Reasons hold no secret. */
public sealed interface Outcome {

  /** The channel's name. */
  String channel();

  /** The notification, or the digest of several: {@link Notification#parts()} names them. */
  Notification message();

  /** The service confirmed it: one post that people can see. */
  record Posted(String channel, Notification message, Form form) implements Outcome {

    /** With everything that the service can show. */
    public Posted(String channel, Notification message) {
      this(channel, message, Form.RICH);
    }
  }

  /** Nobody is told, on purpose: it is no news, or this channel has it already. */
  record Suppressed(String channel, Notification message, String reason) implements Outcome {}

  /** Not tried now; it waits and comes again. */
  record Held(String channel, Notification message, String reason) implements Outcome {}

  /**
   * Tried, and not delivered. The queue offers it again and in the end gives it to its dead
   * letters.
   *
   * @param refused whether the service will never take it as it is
   */
  record Failed(String channel, Notification message, String reason, boolean refused)
      implements Outcome {}
}
