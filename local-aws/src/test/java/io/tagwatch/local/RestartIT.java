package io.tagwatch.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tagwatch.local.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.ComparisonOperator;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** What a data folder brings back, over the wire. */
class RestartIT {
  private static final Instant EIGHT = Instant.parse("2026-11-21T08:00:00Z");
  private static final String QUEUE_ARN = "arn:aws:sqs:eu-west-1:123456789012:told";

  @TempDir Path folder;

  @Test
  void findsEverythingAgainAndSendsNothingTwice() {
    CloudOptions options =
        CloudOptions.defaults().startingAt(EIGHT).withDataFolder(folder.resolve("data"));
    try (EmbeddedCloud cloud = EmbeddedCloud.start(options)) {
      raiseAlarm(cloud);
    }

    assertAlarmRaisedOnce(options);
  }

  @Test
  void losesNothingWhenTheProcessIsKilled() throws IOException {
    Path left = Files.createDirectories(folder.resolve("left"));
    CloudOptions options =
        CloudOptions.defaults().startingAt(EIGHT).withDataFolder(folder.resolve("data"));
    try (EmbeddedCloud cloud = EmbeddedCloud.start(options)) {
      raiseAlarm(cloud);
      Files.copy(folder.resolve("data/tagwatch.mv"), left.resolve("tagwatch.mv"));
    }

    assertAlarmRaisedOnce(options.withDataFolder(left));
  }

  @Test
  void keepsATimeThatWasSet() {
    CloudOptions options = CloudOptions.defaults().withDataFolder(folder);
    Instant told = Instant.parse("2030-01-01T00:00:30Z");
    try (EmbeddedCloud cloud = EmbeddedCloud.start(options)) {
      cloud.clock().setTo(told);
    }

    try (EmbeddedCloud cloud = EmbeddedCloud.start(options)) {
      assertThat(cloud.clock().instant()).isEqualTo(told);
    }
  }

  @Test
  void saysThatAFolderCannotBeUsedAndFreesItsPort() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    int port;
    try (EmbeddedCloud cloud = EmbeddedCloud.start(CloudOptions.defaults())) {
      port = cloud.port();
    }
    CloudOptions options = CloudOptions.defaults().withPort(port);

    assertThatThrownBy(() -> EmbeddedCloud.start(options.withDataFolder(file)))
        .isInstanceOf(StoreException.class)
        .hasMessage(file + " is a file; name a folder for the data instead.");

    EmbeddedCloud.start(options).close();
  }

  private static void raiseAlarm(EmbeddedCloud cloud) {
    try (CloudWatchClient watch = SdkClients.client(CloudWatchClient.builder(), cloud.url());
        SnsClient sns = SdkClients.client(SnsClient.builder(), cloud.url());
        SqsClient sqs = SdkClients.client(SqsClient.builder(), cloud.url())) {
      String topic = sns.createTopic(r -> r.name("alarms")).topicArn();
      sqs.createQueue(r -> r.queueName("told"));
      sns.subscribe(r -> r.topicArn(topic).protocol("sqs").endpoint(QUEUE_ARN));
      watch.putMetricAlarm(
          r ->
              r.alarmName("up")
                  .namespace("App")
                  .metricName("Up")
                  .statistic(Statistic.MINIMUM)
                  .period(60)
                  .evaluationPeriods(3)
                  .datapointsToAlarm(1)
                  .threshold(1.0)
                  .comparisonOperator(ComparisonOperator.LESS_THAN_THRESHOLD)
                  .alarmActions(topic));
      watch.putMetricData(
          r ->
              r.namespace("App")
                  .metricData(
                      MetricDatum.builder().metricName("Up").value(0.0).timestamp(EIGHT).build()));
      cloud.clock().advance(Duration.ofMinutes(1));
    }
  }

  private static void assertAlarmRaisedOnce(CloudOptions options) {
    try (EmbeddedCloud cloud = EmbeddedCloud.start(options);
        CloudWatchClient watch = SdkClients.client(CloudWatchClient.builder(), cloud.url());
        SqsClient sqs = SdkClients.client(SqsClient.builder(), cloud.url())) {
      MetricAlarm alarm = watch.describeAlarms().metricAlarms().getFirst();
      assertThat(alarm.stateValue()).isEqualTo(StateValue.ALARM);
      assertThat(alarm.stateUpdatedTimestamp()).isEqualTo(EIGHT.plusSeconds(60));

      cloud.clock().advance(Duration.ofMinutes(1));

      assertThat(watch.describeAlarms().metricAlarms().getFirst().stateValue())
          .isEqualTo(StateValue.ALARM);
      String queue = sqs.getQueueUrl(r -> r.queueName("told")).queueUrl();
      assertThat(sqs.receiveMessage(r -> r.queueUrl(queue).maxNumberOfMessages(10)).messages())
          .singleElement()
          .extracting(Message::body)
          .asString()
          .contains("ALARM: \\\"up\\\" in EU (Ireland)");
    }
  }
}
