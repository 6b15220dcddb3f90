package io.tagwatch.notify;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tagwatch.notify.http.HttpReply;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** Messages for tests. */
public final class Samples {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Samples() {}

  /** A stored message of {@code src/test/resources/messages}. */
  public static String message(String name) {
    try (InputStream in = Samples.class.getResourceAsStream("/messages/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** An alarm of a server as alarms-lambda declares it. */
  public static String alarm(String name, String state) {
    return alarm(
        "tagwatch/prod/i-0abc123/" + name + "/critical",
        state,
        "cpu of web-1 (i-0abc123) is critical: Average of CPUUtilization > 95 in 3 of 3 periods of"
            + " 1m.\n"
            + "tagwatch: deployment=prod subject=i-0abc123 alarm="
            + name
            + " severity=critical owner=jane@example.com runbook=https://wiki.example.com/cpu");
  }

  public static String alarm(String alarmName, String state, String description) {
    ObjectNode alarm = JSON.createObjectNode();
    alarm.put("AlarmName", alarmName).put("AlarmDescription", description);
    alarm.put("AWSAccountId", "123456789012").put("NewStateValue", state);
    alarm.put(
        "NewStateReason",
        "Threshold Crossed: 3 out of the last 3 datapoints [97.25 (21/11/26 03:11:00), 96.0 (21/11/26"
            + " 03:10:00), 95.5 (21/11/26 03:09:00)] were greater than the threshold (95.0) (minimum"
            + " 3 datapoints for OK -> ALARM transition).");
    alarm.put("StateChangeTime", "2026-11-21T03:12:05.123+0000").put("Region", "EU (Ireland)");
    alarm.put("AlarmArn", "arn:aws:cloudwatch:eu-west-1:123456789012:alarm:" + alarmName);
    alarm.put("OldStateValue", state.equals("ALARM") ? "OK" : "ALARM");
    ObjectNode trigger = alarm.putObject("Trigger");
    trigger.put("MetricName", "CPUUtilization").put("Namespace", "AWS/EC2");
    trigger.put("StatisticType", "Statistic").put("Statistic", "AVERAGE").putNull("Unit");
    trigger.putArray("Dimensions").addObject().put("value", "i-0abc123").put("name", "InstanceId");
    trigger.put("Period", 60).put("EvaluationPeriods", 3).put("DatapointsToAlarm", 3);
    trigger.put("ComparisonOperator", "GreaterThanThreshold").put("Threshold", 95.0);
    trigger.put("TreatMissingData", "missing").put("EvaluateLowSampleCountPercentile", "");
    return alarm.toString();
  }

  /**
   * An alarm as alarms-lambda declares it, of any metric.
   *
   * @param metric namespace and name with a blank between
   * @param reason what the alarm says
   */
  public static String owned(
      String subject, String alarm, String metric, String state, String reason, String sentence) {
    String name = "tagwatch/prod/" + subject + "/" + alarm + "/critical";
    ObjectNode message = JSON.createObjectNode();
    message.put("AlarmName", name).put("AWSAccountId", "123456789012");
    message.put(
        "AlarmDescription",
        sentence
            + "\ntagwatch: deployment=prod subject="
            + subject
            + " alarm="
            + alarm
            + " severity=critical");
    message.put("NewStateValue", state).put("NewStateReason", reason);
    message
        .put("StateChangeTime", "2026-11-21T03:12:05.123+0000")
        .put("OldStateValue", state.equals("ALARM") ? "OK" : "ALARM");
    message.put("AlarmArn", "arn:aws:cloudwatch:eu-west-1:123456789012:alarm:" + name);
    ObjectNode trigger = message.putObject("Trigger");
    trigger.put("Namespace", metric.split(" ")[0]).put("MetricName", metric.split(" ")[1]);
    trigger.put("Statistic", "MAXIMUM").putNull("Unit").putArray("Dimensions");
    trigger.put("Period", 60).put("EvaluationPeriods", 3).put("DatapointsToAlarm", 3);
    trigger.put(
        "ComparisonOperator",
        metric.contains("Days") || metric.endsWith("Up")
            ? "LessThanThreshold"
            : "GreaterThanThreshold");
    trigger.put(
        "Threshold",
        metric.endsWith("Up")
            ? 1.0
            : metric.contains("Days") ? 14.0 : metric.contains("Latency") ? 800.0 : 90.0);
    return message.toString();
  }

  /** An SNS envelope as a queue gets it. */
  public static String envelope(String id, String subject, String message) {
    return JSON.createObjectNode()
        .put("Type", "Notification")
        .put("MessageId", id)
        .put("TopicArn", "arn:aws:sns:eu-west-1:123456789012:tagwatch-prod")
        .put("Subject", subject)
        .put("Message", message)
        .put("Timestamp", "2026-11-21T03:12:05.200Z")
        .toString();
  }

  /** A batch of one queue; items are named {@code item-1}, {@code item-2} … */
  public static String batch(String channel, String... bodies) {
    ObjectNode event = JSON.createObjectNode();
    ArrayNode records = event.putArray("Records");
    for (String body : bodies) {
      records
          .addObject()
          .put("messageId", "item-" + (records.size()))
          .put("receiptHandle", "handle")
          .put("body", body)
          .put("eventSource", "aws:sqs")
          .put(
              "eventSourceARN",
              "arn:aws:sqs:eu-west-1:123456789012:tagwatch-prod-notify-" + channel)
          .put("awsRegion", "eu-west-1");
    }
    return event.toString();
  }

  /** A Lambda event of SNS. */
  public static String snsEvent(String envelope) {
    try {
      ObjectNode event = JSON.createObjectNode();
      ObjectNode entry = event.putArray("Records").addObject();
      entry.put("EventSource", "aws:sns").set("Sns", JSON.readTree(envelope));
      return event.toString();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** A message as a queue hands it out. */
  public record Record(String item, String body, int receives, Instant sentAt) {}

  /** A batch as Lambda hands it over; receipts are the items' names. */
  public static byte[] queued(String queueArn, List<Record> messages) {
    ObjectNode event = JSON.createObjectNode();
    ArrayNode records = event.putArray("Records");
    for (Record message : messages) {
      ObjectNode record = records.addObject();
      record.put("messageId", message.item()).put("receiptHandle", message.item());
      record.put("body", message.body()).put("eventSourceARN", queueArn);
      record
          .putObject("attributes")
          .put("ApproximateReceiveCount", String.valueOf(message.receives()))
          .put("SentTimestamp", String.valueOf(message.sentAt().toEpochMilli()));
    }
    return event.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** What a channel's service answers when all is well. */
  public static HttpReply goodReply(String channel) {
    return switch (channel) {
      case "slack-bot" -> HttpReply.of(200, "{\"ok\":true,\"ts\":\"1.2\"}");
      case "telegram" -> HttpReply.of(200, "{\"ok\":true,\"result\":{\"message_id\":7}}");
      case "teams", "pagerduty" -> HttpReply.of(202, "{}");
      default -> HttpReply.of(200, "ok");
    };
  }
}
