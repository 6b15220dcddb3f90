package io.tagwatch.alarms.tag;

/**
 * Why a value is not obeyed.
 *
 * @param column 1-based, in code points
 */
record Fault(int column, String problem, String expected) {}
