package io.tagwatch.local.sqs;

/**
 * Hears of every message that a queue gave to its dead letters. Called while the queues are held:
 * it must be quick, not throw, and not ask them for anything.
 */
@FunctionalInterface
public interface Burials {

  /**
   * @param source the ARN of the queue that gave it up
   * @param id the MessageId, which it keeps
   * @param body the text
   */
  void buried(String source, String id, String body);
}
