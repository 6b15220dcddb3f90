package io.tagwatch.notify.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagwatch.common.alarm.Severity;
import io.tagwatch.notify.Samples;
import io.tagwatch.notify.channel.text.PlainText;
import io.tagwatch.notify.notification.Kind;
import io.tagwatch.notify.notification.Notification;
import io.tagwatch.notify.notification.Status;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "alarm-null-description.json | ALARM | FIRING | 🔴 Test alarm: ConcurrentExecutions (sum) is 6"
            + " (over 5)",
        "alarm-metric-math.json | ALARM | FIRING | 🔴 testAlarm is 0 (under 65)",
        "event-alarm-anomaly.json | ALARM | FIRING | 🔴 EC2 CPU Utilization Anomaly: CPU is 0 % on"
            + " i-12345678901234567 (expected 0.0206 % to 0.3007 %)",
        "alarm-composite.json | ALARM | FIRING | 🔴 if-sim-app_427809481713_us-east-1-test_node_monitor:"
            + " if-sim-app_427809481713_us-east-1-metric_emitting_node_failure is in alarm",
        "alarm-composite-no-children.json | ALARM | FIRING | 🔴 some-alarm-name is in alarm",
        "alarm-log-query.json | ALARM | FIRING | 🔴 HighErrorCount is 142 (over 100)",
        "alarm-contributor.json | ALARM | FIRING | 🔴 EndpointLatency of /api/orders is in alarm",
        "event-alarm-ok.json | ALARM | RESOLVED | 🟢 test-service_aurora_serverless_cpu_utilization:"
            + " CPU is back to 10 % on test-service (was in alarm for 16 min)",
        "action-alarm.json | ALARM | FIRING | 🔴 lambda-demo-metric-alarm: CallCount of"
            + " i-12345678 is in alarm",
        "budget-actual.json | BUDGET | FIRING | 🟠 Budget Test Budget: 295 % of $0.20 spent (alert at"
            + " $0.16, actual)",
        "event-cost-anomaly.json | COST | FIRING | 🟠 Unusual cost: Amazon Elastic Compute Cloud - Compute"
            + " is $1,001 more than expected (+334 %)",
        "ec2-stopped.json | EC2 | INFO | ⚪ i-abcd1111 stopped",
        "event-health.json | HEALTH | FIRING | 🟠 AWS Health: EC2 instance store drive performance"
            + " degraded: i-abcd1111",
        "event-guardduty-high.json | OTHER | INFO | 🔴 SAMPLE Unprotected port on EC2 instance"
            + " i-123123123 is being probed (critical finding)",
        "event-securityhub-low.json | OTHER | INFO | ⚪ Google Suite Two-Factor Backup Codes uploaded to"
            + " S3 (low finding)",
        "backup-completed.json | OTHER | INFO | 🟢 An AWS Backup job was completed successfully:"
            + " volume/vol-012f345df6789012e",
        "dms-task-stopped.json | OTHER | INFO | ⚪ hello-world: Replication task has stopped",
        "event-glue-failed.json | OTHER | INFO | 🟠 Glue Job: test_job is FAILED",
        "text-lines.json | OTHER | INFO | ⚪ All Fine",
      })
  void saysInOneSentenceWhatACapturedMessageMeans(
      String file, Kind kind, Status status, String headline) {
    Notification notification = Messages.recognise(Samples.message(file), "id");

    assertThat(notification.headline()).isEqualTo(headline);
    assertThat(notification.kind()).isEqualTo(kind);
    assertThat(notification.status()).isEqualTo(status);
  }

  @Test
  void saysWhatAnOwnedAlarmMeans() {
    Notification notification = Messages.recognise(Samples.alarm("cpu", "ALARM"), "id");

    assertThat(PlainText.of(notification))
        .isEqualTo(
            """
            🔴 CPU is 97.25 % on web-1 (critical over 95 %)
            over 95 % for 3 of 3 minutes · since 03:12 UTC · critical
            Server: web-1 (i-0abc123)
            Owner: jane@example.com
            Account: 1234-5678-9012
            Region: eu-west-1
            Deployment: prod
            Metric: AWS/EC2 CPUUtilization, average
            Datapoints: 95.5 % → 96 % → 97.25 %
            tagwatch/prod/i-0abc123/cpu/critical
            Alarm: https://eu-west-1.console.aws.amazon.com/cloudwatch/home?region=eu-west-1\
            #alarmsV2:alarm/tagwatch%2Fprod%2Fi-0abc123%2Fcpu%2Fcritical
            Runbook: https://wiki.example.com/cpu
            Instance: https://eu-west-1.console.aws.amazon.com/ec2/home?region=eu-west-1\
            #InstanceDetails:instanceId=i-0abc123
            Dashboard: https://eu-west-1.console.aws.amazon.com/cloudwatch/home?region=eu-west-1\
            #dashboards/dashboard/tagwatch-prod""");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "arn:aws:cloudwatch:eu-west-1:1:alarm:a b/c"
            + " | https://eu-west-1.console.aws.amazon.com/cloudwatch/home?region=eu-west-1#alarmsV2:alarm/a%20b%2Fc",
        "arn:aws-cn:cloudwatch:cn-north-1:1:alarm:a"
            + " | https://cn-north-1.console.amazonaws.cn/cloudwatch/home?region=cn-north-1#alarmsV2:alarm/a",
        "arn:aws-us-gov:cloudwatch:us-gov-west-1:1:alarm:ä"
            + " | https://us-gov-west-1.console.amazonaws-us-gov.com/cloudwatch/home?region=us-gov-west-1#alarmsV2:alarm/%C3%A4",
        "arn:aws-eusc:cloudwatch:eusc-de-east-1:1:alarm:a"
            + " | https://eusc-de-east-1.console.amazonaws-eusc.eu/cloudwatch/home?region=eusc-de-east-1#alarmsV2:alarm/a",
        "arn:aws:cloudwatch:eu-west-1:1:alarm:%2F #1?&+🔥"
            + " | https://eu-west-1.console.aws.amazon.com/cloudwatch/home?region=eu-west-1"
            + "#alarmsV2:alarm/%252F%20%231%3F%26%2B%F0%9F%94%A5",
      })
  void linksToTheConsoleOfThePartition(String arn, String url) {
    assertThat(Console.alarm(Arn.parse(arn)).orElseThrow().url()).isEqualTo(url);
  }

  @ParameterizedTest
  @ValueSource(strings = {"us-iso-east-1", "us-isob-east-1", "eu-isoe-west-1", "us-isof-south-1"})
  void linksNowhereWhereTheConsoleIsNotKnown(String region) {
    assertThat(Console.alarm(Arn.parse("arn:aws-iso:cloudwatch:" + region + ":1:alarm:a")))
        .isEmpty();
  }

  @Test
  void takesTheSameWayForAnOkAsForItsAlarm() {
    Notification ok = Messages.recognise(Samples.alarm("x", "OK", "no marker"), "id");

    assertThat(ok.severity()).isEqualTo(Severity.CRITICAL);
    assertThat(ok.status()).isEqualTo(Status.RESOLVED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "[]",
        "{}",
        "null",
        "text",
        "{\"AlarmName\":null}",
        "\"x\"",
        "{\"a\":1e999999999}",
        "{\"AlarmName\":{},\"NewStateValue\":[]}",
        "{\"AlarmName\":\"a\",\"NewStateValue\":\"NEW\"}",
        "{\"AlarmName\":\"a\",\"NewStateValue\":\"ALARM\",\"Trigger\":[],\"TriggeringChildren\":{}}",
        "{\"detail-type\":\"x\",\"detail\":null}",
        "Budget Name:\nAlert Threshold:",
        "\u0000\uD800",
        "{\"alarmData\":{\"alarmName\":\"a\",\"state\":{\"value\":\"OK\"}}}",
        "{\"anomalyId\":\"a\",\"impact\":{}}",
        "{\"tagwatch\":\"notice\"}",
        "{\"Type\":\"Notification\",\"TopicArn\":null,\"Message\":null}"
      })
  void tellsAnythingAtAllAsSomething(String message) {
    Notification notification = Messages.recognise(message, "id");

    assertThat(notification.title()).isNotBlank();
    assertThat(PlainText.of(notification)).isNotBlank();
  }

  @ParameterizedTest
  @MethodSource("brokenMessages")
  void survivesAnyMessageCutAnywhere(String message) {
    for (int end = 0; end < message.length(); end += 7) {
      assertThat(Messages.recognise(message.substring(0, end), "id").title()).isNotBlank();
    }
  }

  static Stream<String> brokenMessages() {
    return Stream.of(
        Samples.message("alarm-composite.json"),
        Samples.message("event-alarm-ok.json"),
        Samples.message("budget-actual.json"));
  }

  @Test
  void readsBytesThatAreNoTextAsFarAsTheyAre() {
    byte[] bytes = {(byte) 0xff, (byte) 0xfe, 'h', 'i', (byte) 0x80};

    assertThat(Messages.recognise(bytes, "id").title()).contains("hi");
  }

  @Test
  void showsUnknownJsonAsFieldsUnderItsSubject() {
    String envelope =
        Samples.envelope("m1", "Deploy", "{\"app\":{\"name\":\"shop\",\"ok\":true},\"n\":[1,2]}");

    Notification notification = Messages.recognise(envelope.getBytes(StandardCharsets.UTF_8), "id");

    assertThat(notification.id()).isEqualTo("m1");
    assertThat(notification.title()).isEqualTo("Deploy");
    assertThat(notification.fields())
        .extracting(field -> field.name() + "=" + field.value())
        .containsExactly("app.name=shop", "app.ok=true", "n[0]=1", "n[1]=2");
  }
}
