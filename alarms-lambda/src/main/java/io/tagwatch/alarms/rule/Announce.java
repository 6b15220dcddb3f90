package io.tagwatch.alarms.rule;

/**
 * Which changes of an alarm's state are sent to the topic; ALARM always is.
 *
 * @param ok default true
 * @param insufficientData default false
 */
public record Announce(boolean ok, boolean insufficientData) {
  /** ALARM and OK. */
  public static final Announce DEFAULT = new Announce(true, false);
}
