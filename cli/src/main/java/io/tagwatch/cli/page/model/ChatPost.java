package io.tagwatch.cli.page.model;

import java.time.Instant;

/**
 * One payload that a channel was sent.
 *
 * @param at when, on the cloud's clock
 * @param channel its name in channels.yaml
 * @param type its type in channels.yaml, such as {@code slack}
 * @param payload the body as it was posted
 */
public record ChatPost(Instant at, String channel, String type, String payload) {}
