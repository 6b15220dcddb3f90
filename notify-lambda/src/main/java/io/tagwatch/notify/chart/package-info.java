/**
 * Graphs of alarms, added to messages that were posted: {@link io.tagwatch.notify.chart.Charts} is
 * the door. Nothing of it is loaded unless a channel says {@code chart: true}.
 */
package io.tagwatch.notify.chart;
