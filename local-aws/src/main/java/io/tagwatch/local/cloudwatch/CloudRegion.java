package io.tagwatch.local.cloudwatch;

import io.tagwatch.local.engine.MetricStore;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What CloudWatch holds in one region.
 *
 * @param name such as {@code eu-west-1}
 * @param alarms with their states
 * @param history of the alarms, gone ones included
 * @param metrics everything that was published
 * @param unevaluated names of composite alarms that were put since they were evaluated last
 */
record CloudRegion(
    String name, AlarmBook alarms, History history, MetricStore metrics, Set<String> unevaluated) {

  CloudRegion(String name, AlarmBook alarms, History history) {
    this(name, alarms, history, new MetricStore(), new LinkedHashSet<>());
  }
}
