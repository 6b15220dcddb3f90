package io.tagwatch.local.engine;

/**
 * One series of an answer to GetMetricData; an expression that gives an array gives several with
 * the same id.
 *
 * @param id of the query
 * @param label as given, else the metric's name or the query's id; for an array, the expression's
 *     label followed by the metric's
 */
public record MetricResult(String id, String label, TimeSeries series) {}
