package io.tagwatch.local.sns;

import java.util.Map;

/**
 * A topic. Immutable.
 *
 * @param arn its name
 * @param attributes what was set, by API names
 * @param tags its tags
 * @param unsubscribed how many subscriptions it once had and lost
 */
record Topic(
    TopicArn arn, Map<String, String> attributes, Map<String, String> tags, int unsubscribed) {

  Topic {
    attributes = Map.copyOf(attributes);
    tags = Map.copyOf(tags);
  }

  Topic withAttributes(Map<String, String> changed) {
    return new Topic(arn, changed, tags, unsubscribed);
  }

  Topic withTags(Map<String, String> changed) {
    return new Topic(arn, attributes, changed, unsubscribed);
  }

  Topic withOneSubscriptionLess() {
    return new Topic(arn, attributes, tags, unsubscribed + 1);
  }

  String signatureVersion() {
    return attributes.getOrDefault(TopicAttribute.SIGNATURE_VERSION, "1");
  }
}
