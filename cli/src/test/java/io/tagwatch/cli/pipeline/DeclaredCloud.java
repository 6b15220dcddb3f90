package io.tagwatch.cli.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Makes the queues, topics, subscriptions and alarms that Terraform declares. */
final class DeclaredCloud {
  /** Before the topic's name: stands for the mailbox of everybody whom it tells by e-mail. */
  static final String MAILBOX = "mailbox-";

  private static final String CLOUDWATCH = "cloudwatch.amazonaws.com";

  private final DeclaredResources declared;
  private final CloudClients clients;
  private final DeclaredRights rights;

  DeclaredCloud(DeclaredResources declared, CloudClients clients) {
    this.declared = declared;
    this.clients = clients;
    this.rights = new DeclaredRights(declared);
  }

  void make() {
    declared.all("aws_sqs_queue").stream()
        .sorted(Comparator.comparing(queue -> !queue.path("redrive_policy").asText("").isEmpty()))
        .forEach(this::queue);
    for (JsonNode topic : declared.all("aws_sns_topic")) {
      String name = topic.path("name").asText();
      clients.sns().createTopic(r -> r.name(name));
      clients.sqs().createQueue(r -> r.queueName(MAILBOX + name));
    }
    declared.all("aws_sns_topic_subscription").forEach(this::subscription);
    declared.all("aws_cloudwatch_metric_alarm").forEach(this::alarm);
    declared.all("aws_lambda_function").forEach(this::topicOfItsAlarms);
  }

  private void queue(JsonNode queue) {
    Map<QueueAttributeName, String> attributes = new HashMap<>();
    attributes.put(
        QueueAttributeName.VISIBILITY_TIMEOUT, queue.path("visibility_timeout_seconds").asText());
    attributes.put(
        QueueAttributeName.MESSAGE_RETENTION_PERIOD,
        queue.path("message_retention_seconds").asText());
    if (queue.path("fifo_queue").asBoolean()) {
      attributes.put(QueueAttributeName.FIFO_QUEUE, "true");
      attributes.put(
          QueueAttributeName.CONTENT_BASED_DEDUPLICATION,
          queue.path("content_based_deduplication").asText());
    }
    if (!queue.path("redrive_policy").asText("").isEmpty()) {
      attributes.put(QueueAttributeName.REDRIVE_POLICY, queue.path("redrive_policy").asText());
    }
    clients.sqs().createQueue(r -> r.queueName(queue.path("name").asText()).attributes(attributes));
  }

  private void subscription(JsonNode subscription) {
    String topic = subscription.path("topic_arn").asText();
    boolean mail = subscription.path("protocol").asText().equals("email");
    String mailbox = MAILBOX + topic.substring(topic.lastIndexOf(':') + 1);
    String endpoint = mail ? arnOf(topic, mailbox) : subscription.path("endpoint").asText();
    if (!mail) {
      rights.fill("sns.amazonaws.com", endpoint, topic);
      JsonNode redrive = DeclaredResources.parsed(subscription.path("redrive_policy"));
      rights.fill("sns.amazonaws.com", redrive.path("deadLetterTargetArn").asText(), topic);
    }
    Map<String, String> attributes = new HashMap<>();
    attributes.put("RawMessageDelivery", subscription.path("raw_message_delivery").asText());
    if (!subscription.path("filter_policy").asText("").isEmpty()) {
      attributes.put("FilterPolicy", subscription.path("filter_policy").asText());
    }
    clients
        .sns()
        .subscribe(
            r -> r.topicArn(topic).protocol("sqs").endpoint(endpoint).attributes(attributes));
  }

  /** The alarms that a function makes publish as those do that Terraform makes. */
  private void topicOfItsAlarms(JsonNode function) {
    JsonNode variables = function.path("environment").path(0).path("variables");
    String topic = variables.path("TAGWATCH_TOPIC_ARN").asText("");
    if (!topic.isEmpty()) {
      rights.publish(CLOUDWATCH, topic, topic);
    }
  }

  private static String arnOf(String topicArn, String queue) {
    String place = topicArn.substring(0, topicArn.lastIndexOf(':') + 1);
    return place.replace(":sns:", ":sqs:") + queue;
  }

  private void alarm(JsonNode alarm) {
    String arn = alarm.path("arn").asText();
    for (String topic : texts(alarm.path("alarm_actions"))) {
      rights.publish(CLOUDWATCH, topic, arn);
    }
    List<Dimension> dimensions = new ArrayList<>();
    alarm
        .path("dimensions")
        .properties()
        .forEach(
            entry ->
                dimensions.add(
                    Dimension.builder()
                        .name(entry.getKey())
                        .value(entry.getValue().asText())
                        .build()));
    clients
        .cloudWatch()
        .putMetricAlarm(
            r ->
                r.alarmName(alarm.path("alarm_name").asText())
                    .alarmDescription(alarm.path("alarm_description").asText())
                    .namespace(alarm.path("namespace").asText())
                    .metricName(alarm.path("metric_name").asText())
                    .dimensions(dimensions)
                    .statistic(alarm.path("statistic").asText())
                    .comparisonOperator(alarm.path("comparison_operator").asText())
                    .threshold(alarm.path("threshold").asDouble())
                    .period(alarm.path("period").asInt())
                    .evaluationPeriods(alarm.path("evaluation_periods").asInt())
                    .datapointsToAlarm(alarm.path("datapoints_to_alarm").asInt())
                    .treatMissingData(alarm.path("treat_missing_data").asText())
                    .alarmActions(texts(alarm.path("alarm_actions")))
                    .okActions(texts(alarm.path("ok_actions"))));
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(one -> texts.add(one.asText()));
    return texts;
  }
}
