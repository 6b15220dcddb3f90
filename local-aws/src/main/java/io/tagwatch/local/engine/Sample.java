package io.tagwatch.local.engine;

import java.time.Instant;

/**
 * The readings of one metric at one moment, in one unit.
 *
 * @param time truncated to the minute, or to the second for high resolution
 * @param unit as published; {@code None} when the publisher gave none
 * @param readings what was observed
 */
public record Sample(Instant time, String unit, Readings readings) {}
