package io.tagwatch.local.engine;

import java.time.Instant;
import java.util.List;

/**
 * One metric with everything that is remembered of it.
 *
 * @param lastActivity when it last received data, which is not when that data was measured
 * @param samples oldest first
 */
public record StoredMetric(MetricKey metric, Instant lastActivity, List<Sample> samples) {}
