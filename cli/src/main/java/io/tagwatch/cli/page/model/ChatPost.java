package io.tagwatch.cli.page.model;

import java.time.Instant;

/**
 * One message for a channel, delivered or not.
 *
 * @param at when it was delivered, or first was not, on the cloud's clock
 * @param channel its name in channels.yaml
 * @param type its type in channels.yaml, such as {@code slack}
 * @param payload the body as it is posted
 * @param undelivered why nobody has it yet; empty when it was delivered
 * @param givenUp whether it is not tried again, because it went to the dead letters
 */
public record ChatPost(
    Instant at, String channel, String type, String payload, String undelivered, boolean givenUp) {

  /** One that was delivered. */
  public ChatPost(Instant at, String channel, String type, String payload) {
    this(at, channel, type, payload, "", false);
  }

  /** One that waits to be tried again. */
  public ChatPost(Instant at, String channel, String type, String payload, String undelivered) {
    this(at, channel, type, payload, undelivered, false);
  }

  boolean delivered() {
    return undelivered.isEmpty();
  }
}
