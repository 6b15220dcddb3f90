package io.tagwatch.local.sns;

import io.tagwatch.local.ServiceClient;
import io.tagwatch.local.StoppedClock;
import io.tagwatch.local.protocol.CloudSetting;
import io.tagwatch.local.sqs.MessageAttribute;
import io.tagwatch.local.sqs.QueueInbox;
import io.tagwatch.local.store.Store;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** SNS on a clock that stands still, with queues that only take notes. */
final class SnsStory {
  static final String QUEUE = "arn:aws:sqs:eu-west-1:123456789012:inbox";
  static final String DEAD = "arn:aws:sqs:eu-west-1:123456789012:dead";
  static final String TOPIC = "arn:aws:sns:eu-west-1:123456789012:topic";

  /** What was put into a queue. */
  record Put(String queue, String body, Map<String, MessageAttribute> attributes) {}

  final StoppedClock clock = new StoppedClock("2026-11-21T08:00:00Z");
  final List<Put> puts = new ArrayList<>();
  final Set<String> missing = new HashSet<>();
  final SnsService service =
      new SnsService(
          new CloudSetting(
              "123456789012", URI.create("http://127.0.0.1:4599"), clock, Store.forgetful()),
          new Notes(),
          UUID::randomUUID);
  final ServiceClient client = new ServiceClient(service);

  SnsStory() {
    client.call("CreateTopic", "Name", "topic");
  }

  private final class Notes implements QueueInbox {
    @Override
    public boolean exists(String queueArn) {
      return !missing.contains(queueArn);
    }

    @Override
    public Optional<String> put(
        String queueArn,
        String body,
        Map<String, MessageAttribute> attributes,
        Optional<String> group) {
      if (!exists(queueArn)) {
        return Optional.of("The specified queue does not exist.");
      }
      puts.add(new Put(queueArn, body, attributes));
      return Optional.empty();
    }
  }

  String subscribe(Map<String, String> attributes) {
    return (String)
        client
            .call(
                "Subscribe",
                "TopicArn",
                TOPIC,
                "Protocol",
                "sqs",
                "Endpoint",
                QUEUE,
                "Attributes",
                attributes)
            .get("SubscriptionArn");
  }

  void publish(Object... members) {
    Object[] all = new Object[members.length + 2];
    all[0] = "TopicArn";
    all[1] = TOPIC;
    System.arraycopy(members, 0, all, 2, members.length);
    client.call("Publish", all);
  }

  void set(String subscription, String name, String value) {
    client.call(
        "SetSubscriptionAttributes",
        "SubscriptionArn",
        subscription,
        "AttributeName",
        name,
        "AttributeValue",
        value);
  }

  static Map<String, Object> attribute(String type, String value) {
    return Map.of("DataType", type, "StringValue", value);
  }

  List<TopicDelivery> lastDeliveries() {
    return service.published().getLast().deliveries();
  }
}
