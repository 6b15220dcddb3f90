package io.tagwatch.notify.message;

import java.time.Instant;
import java.util.Optional;

/**
 * One message before it is understood.
 *
 * @param id the SNS MessageId, else the queue's
 * @param subject of the SNS message
 * @param text the message itself
 * @param json the text as JSON; {@link Json#NOTHING} when it is none
 * @param sentAt when it was published
 */
record Incoming(
    String id, Optional<String> subject, String text, Json json, Optional<Instant> sentAt) {}
