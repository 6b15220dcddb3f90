package io.tagwatch.cli.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether AWS's services may do what the wiring needs of them: reach a topic or a queue, and use
 * the key that it is encrypted with. On AWS a message without one of these rights is lost silently;
 * here it is an error.
 */
final class DeclaredRights {
  private static final String EVENTS = "events.amazonaws.com";
  private static final List<String> KEY_USES = List.of("kms:GenerateDataKey", "kms:Decrypt");

  private final DeclaredResources declared;

  DeclaredRights(DeclaredResources declared) {
    this.declared = declared;
  }

  /** A service tells a topic something about the resource with that ARN. */
  void publish(String service, String topicArn, String sourceArn) {
    JsonNode policy = declared.one("aws_sns_topic_policy", "arn", topicArn).path("policy");
    Map<String, String> sent = new HashMap<>();
    sent.put("kms:EncryptionContext:aws:sns:topicArn", topicArn);
    // From EventBridge comes no source account: EventBridge user guide, "Amazon SNS permissions",
    // and SNS developer guide,
    // "Key management".
    if (!service.equals(EVENTS)) {
      sent.put("aws:SourceAccount", account(sourceArn));
    }
    need(policy, service, "sns:Publish", service.equals(EVENTS) ? Map.of() : source(sourceArn));
    useKey(declared.one("aws_sns_topic", "arn", topicArn), service, sent);
  }

  /** A service puts a message into a queue for the resource with that ARN. */
  void fill(String service, String queueArn, String sourceArn) {
    JsonNode queue = declared.one("aws_sqs_queue", "arn", queueArn);
    String url = queue.path("url").asText();
    need(
        declared.one("aws_sqs_queue_policy", "queue_url", url).path("policy"),
        service,
        "sqs:SendMessage",
        source(sourceArn));
    useKey(
        queue,
        service,
        Map.of(
            "kms:EncryptionContext:aws:sqs:arn",
            queueArn,
            "aws:SourceAccount",
            account(sourceArn)));
  }

  private void useKey(JsonNode encrypted, String service, Map<String, String> sent) {
    String key = encrypted.path("kms_master_key_id").asText();
    JsonNode policy = declared.one("aws_kms_key", "arn", key).path("policy");
    KEY_USES.forEach(action -> need(policy, service, action, sent));
  }

  private static void need(
      JsonNode policy, String service, String action, Map<String, String> sent) {
    if (!new ServicePolicy(DeclaredResources.parsed(policy)).allows(service, action, sent)) {
      throw new AssertionError(service + " may not " + action + " with " + sent);
    }
  }

  private static Map<String, String> source(String arn) {
    return Map.of("aws:SourceArn", arn, "aws:SourceAccount", account(arn));
  }

  private static String account(String arn) {
    return arn.split(":", -1)[4];
  }
}
