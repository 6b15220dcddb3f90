package io.tagwatch.local.sqs;

import io.tagwatch.local.ServiceClient;
import io.tagwatch.local.StoppedClock;
import io.tagwatch.local.protocol.CloudSetting;
import io.tagwatch.local.protocol.Entries;
import io.tagwatch.local.store.Store;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** SQS on a clock that stands still, and short words for what a test does with it. */
final class SqsStory {
  static final String ACCOUNT = "123456789012";

  final StoppedClock clock = new StoppedClock("2026-11-21T08:00:00Z");
  final SqsService service;
  final ServiceClient client;

  SqsStory() {
    this(Store.forgetful());
  }

  SqsStory(Store store) {
    URI url = URI.create("http://127.0.0.1:4599");
    service = new SqsService(new CloudSetting(ACCOUNT, url, clock, store), UUID::randomUUID);
    client = new ServiceClient(service);
  }

  static String url(String name) {
    return "http://127.0.0.1:4599/" + ACCOUNT + "/" + name;
  }

  static String arn(String name) {
    return "arn:aws:sqs:eu-west-1:" + ACCOUNT + ":" + name;
  }

  void create(String name, String... attributes) {
    client.call("CreateQueue", "QueueName", name, "Attributes", map(attributes));
  }

  void createFifo(String name, String... attributes) {
    Map<String, Object> all = map(attributes);
    all.put("FifoQueue", "true");
    client.call("CreateQueue", "QueueName", name, "Attributes", all);
  }

  static Map<String, Object> map(String... pairs) {
    Map<String, Object> result = new java.util.LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      result.put(pairs[i], pairs[i + 1]);
    }
    return result;
  }

  Map<String, Object> send(String queue, String body) {
    return client.call("SendMessage", "QueueUrl", url(queue), "MessageBody", body);
  }

  Map<String, Object> sendTo(String queue, String group, String token, String body) {
    return client.call(
        "SendMessage",
        "QueueUrl",
        url(queue),
        "MessageBody",
        body,
        "MessageGroupId",
        group,
        "MessageDeduplicationId",
        token);
  }

  List<Map<String, Object>> receive(String queue) {
    return receive(queue, 10);
  }

  @SuppressWarnings("unchecked")
  List<Map<String, Object>> receive(String queue, int limit) {
    Map<String, Object> answer =
        client.call(
            "ReceiveMessage",
            "QueueUrl",
            url(queue),
            "MaxNumberOfMessages",
            limit,
            "AttributeNames",
            List.of("All"),
            "MessageAttributeNames",
            List.of("All"));
    return (List<Map<String, Object>>) answer.getOrDefault("Messages", List.of());
  }

  List<String> bodies(String queue) {
    return bodies(receive(queue));
  }

  static List<String> bodies(List<Map<String, Object>> messages) {
    List<String> bodies = new ArrayList<>();
    messages.forEach(message -> bodies.add((String) message.get("Body")));
    return bodies;
  }

  static String handle(Map<String, Object> message) {
    return (String) message.get("ReceiptHandle");
  }

  static String system(Map<String, Object> message, String name) {
    return (String) ((Entries) message.get("Attributes")).values().get(name);
  }

  void delete(String queue, String handle) {
    client.call("DeleteMessage", "QueueUrl", url(queue), "ReceiptHandle", handle);
  }

  void hide(String queue, String handle, int seconds) {
    client.call(
        "ChangeMessageVisibility",
        "QueueUrl",
        url(queue),
        "ReceiptHandle",
        handle,
        "VisibilityTimeout",
        seconds);
  }

  QueueDepth depth(String queue) {
    return service.depths().stream()
        .filter(each -> each.name().equals(queue))
        .findFirst()
        .orElseThrow();
  }
}
