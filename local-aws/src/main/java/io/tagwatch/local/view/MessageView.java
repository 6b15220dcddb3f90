package io.tagwatch.local.view;

import java.time.Instant;

/**
 * One message that a topic published.
 *
 * @param id the MessageId
 * @param at when
 * @param topic the topic's ARN
 * @param subject empty when none
 * @param text the message itself, JSON for alarms
 */
public record MessageView(String id, Instant at, String topic, String subject, String text) {}
