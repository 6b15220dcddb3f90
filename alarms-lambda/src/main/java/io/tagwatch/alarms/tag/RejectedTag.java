package io.tagwatch.alarms.tag;

/**
 * A tag, or a word of it, that is not obeyed.
 *
 * @param subject the server
 * @param key the whole key
 * @param value the whole value
 * @param column where the fault starts, 1-based, in code points of the value; 0 for a fault in the
 *     key
 * @param problem what is wrong
 * @param expected what to write instead
 */
public record RejectedTag(
    String subject, String key, String value, int column, String problem, String expected) {}
