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
 */
public record ChatPost(
    Instant at, String channel, String type, String payload, String undelivered) {

  /** One that was delivered. */
  public ChatPost(Instant at, String channel, String type, String payload) {
    this(at, channel, type, payload, "");
  }

  boolean delivered() {
    return undelivered.isEmpty();
  }
}
