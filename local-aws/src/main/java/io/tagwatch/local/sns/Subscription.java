package io.tagwatch.local.sns;

import java.util.Map;

/**
 * Who gets what a topic publishes. Immutable.
 *
 * @param arn the topic's ARN with a UUID behind it
 * @param topic whose messages
 * @param protocol {@code sqs}, {@code email} or {@code email-json}
 * @param endpoint the queue's ARN or the mail address
 * @param confirmed whether the endpoint has agreed; queues of the account agree by themselves
 * @param attributes what was set, by API names, checked
 */
record Subscription(
    String arn,
    TopicArn topic,
    String protocol,
    String endpoint,
    boolean confirmed,
    Map<String, String> attributes) {
  static final String QUEUE = "sqs";

  Subscription {
    attributes = Map.copyOf(attributes);
  }

  Subscription with(Map<String, String> changed) {
    return new Subscription(arn, topic, protocol, endpoint, confirmed, changed);
  }

  boolean raw() {
    return "true".equals(attributes.get(SubscriptionAttribute.RAW));
  }
}
