package io.tagwatch.bench.notify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/** Alarms and other messages, each with a name of its own, as queues and topics bring them. */
final class BenchEvents {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TOPIC = "arn:aws:sns:us-east-1:123456789012:tagwatch-default";

  private BenchEvents() {}

  /** What is sent. */
  enum Kind {
    /** Alarms, which one batch folds into digests. */
    ALARMS,
    /** Messages that are told one by one. */
    TEXTS
  }

  static String name(int n) {
    return "bench-%06d".formatted(n);
  }

  /** A batch of the queue of the channel {@code ops}. */
  static byte[] batch(Kind kind, int from, int count) {
    ObjectNode event = JSON.createObjectNode();
    ArrayNode records = event.putArray("Records");
    for (int n = from; n < from + count; n++) {
      records
          .addObject()
          .put("messageId", "item-" + n)
          .put("receiptHandle", "r")
          .put("body", envelope(kind, n).toString())
          .put("eventSource", "aws:sqs")
          .put("eventSourceARN", "arn:aws:sqs:us-east-1:123456789012:tagwatch-default-notify-ops");
    }
    return event.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** The items of a batch that its answer names as undelivered. */
  static Set<String> failed(byte[] answer) throws IOException {
    Set<String> items = new HashSet<>();
    JSON.readTree(answer)
        .path("batchItemFailures")
        .forEach(one -> items.add(one.path("itemIdentifier").asText()));
    return items;
  }

  /** The batch with these items alone. */
  static byte[] only(byte[] batch, Set<String> items) throws IOException {
    ObjectNode event = JSON.createObjectNode();
    ArrayNode records = event.putArray("Records");
    for (JsonNode record : JSON.readTree(batch).path("Records")) {
      if (items.contains(record.path("messageId").asText())) {
        records.add(record);
      }
    }
    return event.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** The event of a function that subscribes to the topic itself. */
  static String sns(Kind kind, int n) {
    ObjectNode event = JSON.createObjectNode();
    event
        .putArray("Records")
        .addObject()
        .put("EventSource", "aws:sns")
        .set("Sns", envelope(kind, n));
    return event.toString();
  }

  private static ObjectNode envelope(Kind kind, int n) {
    return JSON.createObjectNode()
        .put("Type", "Notification")
        .put("MessageId", "00000000-0000-4000-8000-%012d".formatted(n))
        .put("TopicArn", TOPIC)
        .put("Subject", kind == Kind.ALARMS ? "ALARM" : "Note " + name(n))
        .put("Message", kind == Kind.ALARMS ? alarm(n) : "Text of " + name(n))
        .put("Timestamp", "2026-11-21T08:00:00.123Z");
  }

  private static String alarm(int n) {
    ObjectNode alarm = JSON.createObjectNode();
    alarm.put("AlarmName", name(n)).put("AlarmDescription", "CPU of a server is over 95 %.");
    alarm.put("AWSAccountId", "123456789012").put("NewStateValue", "ALARM");
    alarm.put("OldStateValue", "OK").put("Region", "US East (N. Virginia)");
    alarm.put("StateChangeTime", "2026-11-21T08:00:00.123+0000");
    alarm.put(
        "NewStateReason",
        "Threshold Crossed: 3 out of the last 3 datapoints [97.0 (21/11/26 07:59:00), 96.0 (21/11/26"
            + " 07:58:00), 96.0 (21/11/26 07:57:00)] were greater than the threshold (95.0) (minimum"
            + " 3 datapoints for OK -> ALARM transition).");
    alarm.put("AlarmArn", "arn:aws:cloudwatch:us-east-1:123456789012:alarm:" + name(n));
    ObjectNode trigger = alarm.putObject("Trigger");
    trigger.put("MetricName", "CPUUtilization").put("Namespace", "AWS/EC2");
    trigger.put("StatisticType", "Statistic").put("Statistic", "AVERAGE").putNull("Unit");
    trigger.putArray("Dimensions").addObject().put("value", "i-0abc").put("name", "InstanceId");
    trigger.put("Period", 60).put("EvaluationPeriods", 3).put("DatapointsToAlarm", 3);
    trigger.put("ComparisonOperator", "GreaterThanThreshold").put("Threshold", 95.0);
    return alarm.toString();
  }
}
