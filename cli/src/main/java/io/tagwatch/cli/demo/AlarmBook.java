package io.tagwatch.cli.demo;

import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;

/** The alarms that really exist, as DescribeAlarms tells. */
final class AlarmBook {
  private static final String PREFIX = "tagwatch/" + Stage.DEPLOYMENT + "/";

  private final CloudWatchClient cloudWatch;

  AlarmBook(CloudWatchClient cloudWatch) {
    this.cloudWatch = cloudWatch;
  }

  int count() {
    return all(PREFIX).size();
  }

  /** How many alarms a server or check has. */
  int count(String subject) {
    return all(PREFIX + subject + "/").size();
  }

  /** The threshold of one alarm; empty when it does not exist. */
  Optional<Double> threshold(String subject, String alarm, String severity) {
    String name = PREFIX + subject + "/" + alarm + "/" + severity;
    return all(name).stream()
        .filter(found -> found.alarmName().equals(name))
        .map(MetricAlarm::threshold)
        .findFirst();
  }

  /** Whether a server or check has such an alarm at any severity. */
  boolean has(String subject, String alarm) {
    return !all(PREFIX + subject + "/" + alarm + "/").isEmpty();
  }

  private List<MetricAlarm> all(String prefix) {
    return cloudWatch
        .describeAlarmsPaginator(r -> r.alarmNamePrefix(prefix))
        .metricAlarms()
        .stream()
        .toList();
  }
}
