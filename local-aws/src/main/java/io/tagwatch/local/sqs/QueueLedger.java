package io.tagwatch.local.sqs;

/** Where queues and their messages are written down, so that they survive a restart. */
interface QueueLedger {

  /** Writes down the queue itself: attributes, tags and times, without its messages. */
  void save(Queue queue);

  /** Forgets a queue whose messages and keys are removed already. */
  void remove(QueueId queue);

  void save(QueueId queue, Message message);

  void remove(QueueId queue, Message message);

  /** Writes down one message that a FIFO queue accepted, by its de-duplication key. */
  void saveAccepted(QueueId queue, String key, Deduplication.Accepted accepted);

  void removeAccepted(QueueId queue, String key);
}
