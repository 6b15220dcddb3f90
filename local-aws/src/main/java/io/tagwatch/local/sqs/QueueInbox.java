package io.tagwatch.local.sqs;

import java.util.Map;
import java.util.Optional;

/** How other services of the cloud put messages into queues. */
public interface QueueInbox {

  /** Whether there is a queue of this ARN. */
  boolean exists(String queueArn);

  /**
   * Puts a message into a standard queue.
   *
   * @param queueArn which queue
   * @param body the text
   * @param attributes the attributes beside it, by name
   * @param group the message group, with which a standard queue does nothing but keep it
   * @return why the queue did not take it; empty when it did
   */
  Optional<String> put(
      String queueArn,
      String body,
      Map<String, MessageAttribute> attributes,
      Optional<String> group);
}
