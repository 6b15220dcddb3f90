/**
 * CloudWatch: alarms with their states, history, tags and actions, and metrics. The door is {@link
 * io.tagwatch.local.cloudwatch.CloudWatchService}.
 *
 * <p>What an alarm's state is, the engine decides; this room keeps alarms, runs the evaluations
 * that are due, tells topics about changes, and speaks the operations of the API. Everything lives
 * in a region.
 *
 * <p>Not modelled, and refused by name: dashboards, anomaly detectors, insight rules, metric
 * streams, mute rules, PromQL alarms, Metrics Insights queries, linked accounts, metric math and
 * words in images of widgets, suppression of composite alarms, entities.
 */
package io.tagwatch.local.cloudwatch;
