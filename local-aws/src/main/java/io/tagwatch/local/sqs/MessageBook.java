package io.tagwatch.local.sqs;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** The messages of one queue in the order of their arrival, written down as they change. */
final class MessageBook {
  /** Leaves room for a thousand messages in each millisecond before positions could repeat. */
  private static final long POSITIONS_PER_MILLI = 1_000;

  private final QueueId queue;
  private final QueueLedger ledger;
  private final TreeMap<Long, Message> messages = new TreeMap<>();
  private long lastPosition;

  /** No message was sent before this; looking for old ones is in vain until it has expired. */
  private Instant oldest = Instant.MAX;

  /**
   * @param opened now; positions count on from here, so that they grow across restarts
   */
  MessageBook(QueueId queue, QueueLedger ledger, List<Message> known, Instant opened) {
    this.queue = queue;
    this.ledger = ledger;
    known.forEach(this::hold);
    this.lastPosition =
        Math.max(
            opened.toEpochMilli() * POSITIONS_PER_MILLI,
            messages.isEmpty() ? 0 : messages.lastKey());
  }

  long nextPosition() {
    lastPosition++;
    return lastPosition;
  }

  Collection<Message> inOrder() {
    return Collections.unmodifiableCollection(messages.values());
  }

  Optional<Message> at(long position) {
    return Optional.ofNullable(messages.get(position));
  }

  void put(Message message) {
    hold(message);
    ledger.save(queue, message);
  }

  private void hold(Message message) {
    messages.put(message.position(), message);
    if (message.sent().isBefore(oldest)) {
      oldest = message.sent();
    }
  }

  void drop(Message message) {
    messages.remove(message.position());
    ledger.remove(queue, message);
  }

  void clear() {
    List.copyOf(messages.values()).forEach(this::drop);
  }

  /** Drops what has lain here for the retention period. */
  void expire(Instant now, Duration retention) {
    if (oldest.isAfter(now.minus(retention))) {
      return;
    }
    messages.values().stream()
        .filter(each -> each.expired(now, retention))
        .toList()
        .forEach(this::drop);
    oldest =
        messages.values().stream().map(Message::sent).min(Instant::compareTo).orElse(Instant.MAX);
  }
}
