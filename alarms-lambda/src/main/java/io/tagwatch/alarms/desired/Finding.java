package io.tagwatch.alarms.desired;

/**
 * Something that an operator should know and that stops nothing.
 *
 * @param subject server, check or fixed subject; empty when it is about the whole run
 * @param alarm the rule with its series; empty when it is about the subject
 * @param problem one sentence
 */
public record Finding(String subject, String alarm, String problem) {}
