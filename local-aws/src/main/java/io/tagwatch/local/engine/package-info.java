/**
 * CloudWatch's arithmetic without a server: what a metric's samples amount to, what state an alarm
 * is in, and why.
 *
 * <p>Everything here is a pure function of series, alarm and time, except {@link
 * io.tagwatch.local.engine.MetricStore}, which remembers samples. Entry points: {@link
 * io.tagwatch.local.engine.AlarmEngine} for metric and math alarms, {@link
 * io.tagwatch.local.engine.CompositeRule} for composite alarms, {@link
 * io.tagwatch.local.engine.Statistics} and {@link io.tagwatch.local.engine.MetricQueries} for
 * reading metrics.
 *
 * <p>Sources: the CloudWatch user guide (alarm evaluation, missing data, statistics definitions,
 * metric math, composite alarms) and the API reference (PutMetricData, PutMetricAlarm,
 * PutCompositeAlarm, GetMetricStatistics, GetMetricData).
 */
package io.tagwatch.local.engine;
