package io.tagwatch.local.sqs;

import java.util.Map;

/** Which queue may be the dead-letter queue of which. */
final class DeadLetterRules {
  private DeadLetterRules() {}

  /** Refuses a redrive policy whose target is not there or of the other type. */
  static void check(QueueId source, QueueAttributes attributes, Map<QueueId, Queue> queues) {
    RedrivePolicy.of(attributes)
        .ifPresent(
            policy -> {
              String document = attributes.text(QueueAttribute.REDRIVE_POLICY).orElseThrow();
              QueueId target = policy.target();
              if (!target.region().equals(source.region()) || !queues.containsKey(target)) {
                throw RedrivePolicy.invalid(document, "Dead letter target does not exist.");
              }
              if (target.fifo() != source.fifo()) {
                throw RedrivePolicy.invalid(
                    document, "Dead-letter queue must be same type of queue as the source.");
              }
            });
  }
}
