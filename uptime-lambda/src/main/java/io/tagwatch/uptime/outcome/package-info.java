/**
 * Leaves word of why checks are down, for the messages about their alarms. The entry is {@link
 * io.tagwatch.uptime.outcome.OutcomeBoard}.
 */
package io.tagwatch.uptime.outcome;
