package io.tagwatch.cli.pipeline;

import io.tagwatch.common.alarm.AlarmMarker;
import io.tagwatch.common.alarm.Severity;
import java.util.Optional;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.ComparisonOperator;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;

/**
 * The alarm that Terraform puts on Tagwatch's own metric of rejected tags. Its name lies outside of
 * {@code tagwatch/<deployment>/}, since alarms-lambda does not own it.
 */
final class SelfAlarms {
  private static final String REJECTED_TAGS = "rejected-tags";
  private static final int PERIOD_SECONDS = 60;

  private SelfAlarms() {}

  static void put(CloudWatchClient cloudWatch, Deployment deployment, String topicArn) {
    String marker =
        new AlarmMarker(
                deployment.name(),
                "tagwatch",
                REJECTED_TAGS,
                Severity.WARNING,
                Optional.empty(),
                Optional.empty())
            .print();
    cloudWatch.putMetricAlarm(
        r ->
            r.alarmName("tagwatch-" + deployment.name() + "-" + REJECTED_TAGS)
                .alarmDescription(
                    "A tag on a server cannot be read; the alarm it is about stays as it was.\n"
                        + marker)
                .namespace(deployment.namespace() + "/Sync")
                .metricName("RejectedTags")
                .statistic(Statistic.MAXIMUM)
                .period(PERIOD_SECONDS)
                .evaluationPeriods(1)
                .datapointsToAlarm(1)
                .threshold(0.0)
                .comparisonOperator(ComparisonOperator.GREATER_THAN_THRESHOLD)
                .treatMissingData("ignore")
                .alarmActions(topicArn)
                .okActions(topicArn));
  }
}
