package io.tagwatch.local.sqs;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * All that a queue is made of, as it was written down.
 *
 * @param created when CreateQueue made it
 * @param modified when its attributes last changed
 * @param attributes its settable attributes
 * @param tags its cost allocation tags
 * @param accepted what a FIFO queue accepted lately, by de-duplication key
 * @param messages what lies in it
 */
record QueueState(
    Instant created,
    Instant modified,
    QueueAttributes attributes,
    Map<String, String> tags,
    Map<String, Deduplication.Accepted> accepted,
    List<Message> messages) {

  static QueueState fresh(Instant now, QueueAttributes attributes, Map<String, String> tags) {
    return new QueueState(now, now, attributes, tags, Map.of(), List.of());
  }
}
