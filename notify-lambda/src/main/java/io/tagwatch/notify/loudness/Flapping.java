package io.tagwatch.notify.loudness;

import java.time.Duration;

/**
 * When an alarm counts as flapping: so many changes of its state within such a time.
 *
 * @param changes at least 2
 * @param within also the time without a change after which it counts as settled; at most 1 h
 */
public record Flapping(int changes, Duration within) {}
