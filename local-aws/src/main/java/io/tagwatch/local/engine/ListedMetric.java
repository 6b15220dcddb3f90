package io.tagwatch.local.engine;

import java.time.Instant;

/**
 * A metric that exists.
 *
 * @param lastActivity when it last received data
 */
public record ListedMetric(MetricKey metric, Instant lastActivity) {}
