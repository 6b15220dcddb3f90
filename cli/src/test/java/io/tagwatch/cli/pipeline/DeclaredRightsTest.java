package io.tagwatch.cli.pipeline;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeclaredRightsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String KEY = "arn:aws:kms:eu-west-1:111122223333:key/k";
  private static final String TOPIC = "arn:aws:sns:eu-west-1:111122223333:t";
  private static final String QUEUE = "arn:aws:sqs:eu-west-1:111122223333:q";
  private static final String RULE = "arn:aws:events:eu-west-1:111122223333:rule/r";
  private static final String FOREIGN = "arn:aws:events:eu-west-1:999999999999:rule/r";
  private static final String QUEUE_POLICY =
      allow("events.amazonaws.com", "sqs:SendMessage", "aws:SourceArn", RULE);
  private static final String STRICT_TOPIC =
      allow("events.amazonaws.com", "sns:Publish", "aws:SourceAccount", "111122223333");
  private static final String TOPIC_POLICY =
      STRICT_TOPIC.replace("StringEquals", "StringEqualsIfExists");
  private static final String FOR_QUEUES =
      allow("events.amazonaws.com", "kms:*", "aws:SourceAccount", "111122223333");
  private static final String FOR_TOPICS =
      allow(
          "events.amazonaws.com",
          "kms:GenerateDataKey*\",\"kms:Decrypt",
          "kms:EncryptionContext:aws:sns:topicArn",
          TOPIC);

  @Test
  void aRuleFillsAQueueThatItMayReachAndWhoseKeyItMayUse() {
    assertThatCode(() -> rights(FOR_QUEUES).fill("events.amazonaws.com", QUEUE, RULE))
        .doesNotThrowAnyException();
  }

  @Test
  void noOtherRuleOrServiceDoes() {
    DeclaredRights rights = rights(FOR_QUEUES);

    assertThatThrownBy(() -> rights.fill("events.amazonaws.com", QUEUE, FOREIGN))
        .hasMessageContaining("events.amazonaws.com may not sqs:SendMessage");
    assertThatThrownBy(() -> rights.fill("sns.amazonaws.com", QUEUE, RULE))
        .hasMessageContaining("sns.amazonaws.com may not sqs:SendMessage");
  }

  @Test
  void aRuleSendsNoAccountToTheKeyOfATopic() {
    assertThatCode(() -> rights(FOR_TOPICS).publish("events.amazonaws.com", TOPIC, RULE))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> rights(FOR_QUEUES).publish("events.amazonaws.com", TOPIC, RULE))
        .hasMessageContaining("events.amazonaws.com may not kms:GenerateDataKey");
  }

  @Test
  void aRuleSendsNoAccountToATopicEither() {
    assertThatThrownBy(
            () -> rights(FOR_TOPICS, STRICT_TOPIC).publish("events.amazonaws.com", TOPIC, RULE))
        .hasMessageContaining("events.amazonaws.com may not sns:Publish");
  }

  @Test
  void aKeyOfTopicsDoesNotServeQueues() {
    assertThatThrownBy(() -> rights(FOR_TOPICS).fill("events.amazonaws.com", QUEUE, RULE))
        .hasMessageContaining("may not kms:GenerateDataKey");
  }

  private static String allow(String service, String action, String key, String value) {
    return """
        {"Statement": [{"Effect": "Allow", "Principal": {"Service": "%s"}, "Action": ["%s"],
          "Resource": "*", "Condition": {"StringEquals": {"%s": "%s"}}}]}"""
        .formatted(service, action, key, value);
  }

  private static DeclaredRights rights(String keyPolicy) {
    return rights(keyPolicy, TOPIC_POLICY);
  }

  private static DeclaredRights rights(String keyPolicy, String topicPolicy) {
    ObjectNode shown = JSON.createObjectNode();
    ArrayNode all = shown.putObject("values").putObject("root_module").putArray("resources");
    add(all, "aws_kms_key", Map.of("arn", KEY, "policy", keyPolicy));
    add(all, "aws_sns_topic", Map.of("arn", TOPIC, "kms_master_key_id", KEY));
    add(all, "aws_sns_topic_policy", Map.of("arn", TOPIC, "policy", topicPolicy));
    add(all, "aws_sqs_queue", Map.of("arn", QUEUE, "url", "u", "kms_master_key_id", KEY));
    add(all, "aws_sqs_queue_policy", Map.of("queue_url", "u", "policy", QUEUE_POLICY));
    return new DeclaredRights(new DeclaredResources(shown));
  }

  private static void add(ArrayNode all, String type, Map<String, String> values) {
    ObjectNode resource = all.addObject().put("mode", "managed").put("type", type);
    ObjectNode into = resource.putObject("values");
    values.forEach(into::put);
  }
}
