package io.tagwatch.notify.channel;

/** How a notification is dressed. */
public enum Form {
  /** With everything that the service can show. */
  RICH,
  /** Text only, for a service that refused the rich form as invalid. */
  PLAIN
}
