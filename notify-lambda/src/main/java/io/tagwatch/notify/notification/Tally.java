package io.tagwatch.notify.notification;

/**
 * How an alarm counts among others.
 *
 * @param rule what kind of alarm: {@code status-check}, or the metric of an alarm of others
 * @param subject the server, check or other thing as people call it, with its series
 * @param server whether the subject is a server
 * @param wasFiring whether the alarm was firing before; the first OK of a new one resolves nothing
 */
public record Tally(String rule, String subject, boolean server, boolean wasFiring) {

  /** The same once the alarm that fired is over. */
  Tally afterFiring() {
    return new Tally(rule, subject, server, true);
  }
}
