package io.tagwatch.local.sqs;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A message in a queue. Immutable; every change is a new one at the same position.
 *
 * @param position the order of arrival in its queue, and its key there
 * @param id the MessageId, which it keeps in a dead-letter queue
 * @param body the text
 * @param attributes the sender's attributes
 * @param labels the system attributes that never change, by their API names: SenderId,
 *     AWSTraceHeader, MessageGroupId, MessageDeduplicationId, SequenceNumber,
 *     DeadLetterQueueSourceArn
 * @param sent when the sender handed it over
 * @param visibleFrom from when on it can be received
 * @param history what receivers did with it
 */
record Message(
    long position,
    String id,
    String body,
    Map<String, MessageAttribute> attributes,
    Map<String, String> labels,
    Instant sent,
    Instant visibleFrom,
    History history) {
  static final String GROUP = "MessageGroupId";
  static final String DEDUPLICATION = "MessageDeduplicationId";
  static final String SEQUENCE = "SequenceNumber";
  static final String SENDER = "SenderId";
  static final String TRACE = "AWSTraceHeader";
  static final String DEAD_LETTER_SOURCE = "DeadLetterQueueSourceArn";

  /**
   * How often and when it was received.
   *
   * @param receives the number of receives in all queues
   * @param elsewhere how many of these were in queues that gave it up
   * @param first the first receive; null before it
   * @param last the latest receive; null before it, and after a move to a dead-letter queue
   * @param receipt the handle of the latest receive; null before it
   */
  record History(int receives, int elsewhere, Instant first, Instant last, String receipt) {
    static final History NONE = new History(0, 0, null, null, null);

    int receivesHere() {
      return receives - elsewhere;
    }
  }

  Message {
    attributes = Map.copyOf(attributes);
    labels = Map.copyOf(labels);
  }

  boolean visible(Instant now) {
    return !visibleFrom.isAfter(now);
  }

  /** Received and neither deleted nor visible again. */
  boolean inFlight(Instant now) {
    return !visible(now) && history.receipt() != null;
  }

  /** Sent with a delay that has not passed. */
  boolean delayed(Instant now) {
    return !visible(now) && history.receipt() == null;
  }

  boolean expired(Instant now, Duration retention) {
    return !sent.plus(retention).isAfter(now);
  }

  /** The message group; empty text when it has none. */
  String group() {
    return labels.getOrDefault(GROUP, "");
  }

  Message received(Instant now, Duration hidden, String receipt) {
    Instant first = history.first() == null ? now : history.first();
    int receives = history.receives() + 1;
    return withHistory(
        now.plus(hidden), new History(receives, history.elsewhere(), first, now, receipt));
  }

  Message hiddenUntil(Instant visibleAgain) {
    return withHistory(visibleAgain, history);
  }

  /** The same message as it lies in a dead-letter queue: free to be received. */
  Message moved(long newPosition, Instant now, String sourceArn) {
    Map<String, String> moved = new LinkedHashMap<>(labels);
    moved.put(DEAD_LETTER_SOURCE, sourceArn);
    History kept = new History(history.receives(), history.receives(), history.first(), null, null);
    return new Message(newPosition, id, body, attributes, moved, sent, now, kept);
  }

  private Message withHistory(Instant visibleAgain, History changed) {
    return new Message(position, id, body, attributes, labels, sent, visibleAgain, changed);
  }
}
