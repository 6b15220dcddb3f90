package io.tagwatch.local.sqs;

import java.time.Duration;

/**
 * Limits of SQS. See "Amazon SQS message quotas", "Amazon SQS queue quotas" and the API reference
 * of CreateQueue, SendMessage and ReceiveMessage.
 */
final class SqsLimits {
  static final int QUEUE_NAME_CHARACTERS = 80;
  static final int MESSAGE_BYTES = 1_048_576;
  static final int BATCH_BYTES = 1_048_576;
  static final int ENTRIES_PER_BATCH = 10;
  static final int BATCH_ENTRY_ID_CHARACTERS = 80;
  static final int MESSAGES_PER_RECEIVE = 10;
  static final int WAIT_SECONDS = 20;
  static final int DELAY_SECONDS = 900;
  static final int VISIBILITY_SECONDS = 43_200;
  static final int ATTRIBUTES_PER_MESSAGE = 10;
  static final int ATTRIBUTE_NAME_CHARACTERS = 256;
  static final int MAX_RECEIVE_COUNT = 1_000;
  static final int IN_FLIGHT_STANDARD = 120_000;
  static final int IN_FLIGHT_FIFO = 20_000;
  static final int FIFO_ID_CHARACTERS = 128;
  static final int QUEUES_PER_PAGE = 1_000;
  static final int TAGS_PER_QUEUE = 50;
  static final Duration DEDUPLICATION = Duration.ofMinutes(5);

  private SqsLimits() {}
}
