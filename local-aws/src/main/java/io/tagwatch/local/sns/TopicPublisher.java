package io.tagwatch.local.sns;

import java.util.Optional;

/** How alarms and events of this cloud publish to topics. */
public interface TopicPublisher {

  /**
   * Publishes a text to everyone who is subscribed.
   *
   * @param topicArn which topic
   * @param subject at most 100 characters without line breaks; may be absent
   * @param message at most 256 KiB in UTF-8
   * @return the MessageId
   * @throws io.tagwatch.local.protocol.AwsFault when the topic does not exist or refuses the
   *     message
   */
  String publish(String topicArn, Optional<String> subject, String message);
}
