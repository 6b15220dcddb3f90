package io.tagwatch.local.sqs;

import java.util.Map;

/** Where queues and their messages are written down, so that they survive a restart. */
interface QueueLedger {

  /** Writes down the queue itself: attributes, tags and times, without its messages. */
  void save(Queue queue);

  /** Forgets a queue whose messages are removed already. */
  void remove(QueueId queue);

  void save(QueueId queue, Message message);

  void remove(QueueId queue, Message message);

  /** Writes down what a FIFO queue accepted lately. */
  void saveAccepted(QueueId queue, Map<String, Deduplication.Accepted> accepted);
}
