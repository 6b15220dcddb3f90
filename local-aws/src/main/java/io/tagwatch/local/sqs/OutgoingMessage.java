package io.tagwatch.local.sqs;

import java.util.Map;
import java.util.Optional;

/**
 * A message as its sender hands it over. What was not given is empty.
 *
 * @param body the text
 * @param attributes the attributes beside it, by name
 * @param sender who sends, as the system attribute SenderId shows it
 * @param traceHeader the system attribute AWSTraceHeader
 * @param delaySeconds how long it stays hidden; the queue's default when empty
 * @param groupId the message group
 * @param deduplicationId the token that makes repeats harmless
 */
record OutgoingMessage(
    String body,
    Map<String, MessageAttribute> attributes,
    String sender,
    Optional<String> traceHeader,
    Optional<Integer> delaySeconds,
    Optional<String> groupId,
    Optional<String> deduplicationId) {

  OutgoingMessage {
    attributes = Map.copyOf(attributes);
  }

  /** What another service of the cloud sends. */
  static OutgoingMessage fromService(
      String body,
      Map<String, MessageAttribute> attributes,
      String sender,
      Optional<String> groupId) {
    return new OutgoingMessage(
        body, attributes, sender, Optional.empty(), Optional.empty(), groupId, Optional.empty());
  }

  /** Bytes of body and attributes; the trace header does not count. */
  long size() {
    long size = MessageAttribute.utf8(body);
    for (Map.Entry<String, MessageAttribute> each : attributes.entrySet()) {
      size += each.getValue().size(each.getKey());
    }
    return size;
  }
}
