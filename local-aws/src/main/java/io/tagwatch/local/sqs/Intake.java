package io.tagwatch.local.sqs;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** How a queue takes messages in. Not thread-safe. */
final class Intake {
  private final QueueId queue;
  private final MessageBook book;
  private final QueueLedger ledger;
  private final Deduplication deduplication;
  private final Supplier<UUID> ids;

  Intake(
      QueueId queue,
      MessageBook book,
      QueueLedger ledger,
      Map<String, Deduplication.Accepted> accepted,
      Supplier<UUID> ids) {
    this.queue = queue;
    this.book = book;
    this.ledger = ledger;
    this.deduplication = new Deduplication(accepted);
    this.ids = ids;
  }

  /**
   * Takes a message, or recognises it as a repeat.
   *
   * @return its id and, in a FIFO queue, its sequence number
   */
  Deduplication.Accepted take(OutgoingMessage outgoing, QueueAttributes attributes, Instant now) {
    SendRules.check(outgoing, attributes);
    if (!attributes.fifo()) {
      return enqueued(outgoing, attributes, Optional.empty(), now);
    }
    String token = outgoing.deduplicationId().orElseGet(() -> Deduplication.idOf(outgoing.body()));
    String key =
        attributes.deduplicatesPerGroup() ? outgoing.groupId().orElseThrow() + " " + token : token;
    deduplication.forget(now).forEach(old -> ledger.removeAccepted(queue, old));
    Optional<Deduplication.Accepted> original = deduplication.original(key);
    if (original.isPresent()) {
      return original.get();
    }
    Deduplication.Accepted accepted = enqueued(outgoing, attributes, Optional.of(token), now);
    deduplication.remember(key, accepted);
    ledger.saveAccepted(queue, key, accepted);
    return accepted;
  }

  /** Removes what is written down about accepted messages. */
  void close() {
    deduplication.keys().forEach(key -> ledger.removeAccepted(queue, key));
  }

  private Deduplication.Accepted enqueued(
      OutgoingMessage outgoing, QueueAttributes attributes, Optional<String> token, Instant now) {
    long position = book.nextPosition();
    Map<String, String> labels = labels(outgoing);
    token.ifPresent(
        value -> {
          labels.put(Message.DEDUPLICATION, value);
          labels.put(Message.SEQUENCE, sequenceNumber(position));
        });
    Duration delay =
        outgoing
            .delaySeconds()
            .map(Duration::ofSeconds)
            .orElseGet(() -> attributes.seconds(QueueAttribute.DELAY_SECONDS));
    Message message =
        new Message(
            position,
            ids.get().toString(),
            outgoing.body(),
            outgoing.attributes(),
            labels,
            now,
            now.plus(delay),
            Message.History.NONE);
    book.put(message);
    return new Deduplication.Accepted(message.id(), labels.get(Message.SEQUENCE), now);
  }

  private static Map<String, String> labels(OutgoingMessage outgoing) {
    Map<String, String> labels = new LinkedHashMap<>();
    labels.put(Message.SENDER, outgoing.sender());
    outgoing.traceHeader().ifPresent(trace -> labels.put(Message.TRACE, trace));
    outgoing.groupId().ifPresent(group -> labels.put(Message.GROUP, group));
    return labels;
  }

  /** Twenty digits, growing, as AWS writes them. */
  private static String sequenceNumber(long position) {
    return "188%017d".formatted(position);
  }
}
