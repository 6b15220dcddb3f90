package io.tagwatch.local.sqs;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * One queue and its messages. Not thread-safe: {@link Queues} holds the lock. The times that are
 * handed in are the clock's.
 */
final class Queue {
  private final QueueId id;
  private final Instant created;
  private final QueueLedger ledger;
  private final MessageBook book;
  private final Intake intake;
  private final Supplier<UUID> ids;
  private QueueAttributes attributes;
  private Map<String, String> tags;
  private Instant modified;

  Queue(QueueId id, QueueState state, Instant opened, QueueLedger ledger, Supplier<UUID> ids) {
    this.id = id;
    this.created = state.created();
    this.modified = state.modified();
    this.attributes = state.attributes();
    this.tags = Map.copyOf(state.tags());
    this.ledger = ledger;
    this.book = new MessageBook(id, ledger, state.messages(), opened);
    this.intake = new Intake(id, book, ledger, state.accepted(), ids);
    this.ids = ids;
  }

  QueueId id() {
    return id;
  }

  Instant created() {
    return created;
  }

  Instant modified() {
    return modified;
  }

  QueueAttributes attributes() {
    return attributes;
  }

  Map<String, String> tags() {
    return tags;
  }

  void change(QueueAttributes changed, Instant now) {
    attributes = changed;
    modified = now;
    ledger.save(this);
  }

  void tag(Map<String, String> changed) {
    tags = Map.copyOf(changed);
    ledger.save(this);
  }

  /** Takes a message; a repeat in a FIFO queue is answered like its original. */
  Deduplication.Accepted send(OutgoingMessage outgoing, Instant now) {
    return intake.take(outgoing, attributes, now);
  }

  /**
   * Takes messages out of sight for a receiver, oldest first. Those that were received too often go
   * to the dead letters instead.
   *
   * @param limit at most so many
   * @param hidden for how long nobody else sees them
   */
  List<Message> receive(int limit, Duration hidden, Instant now, DeadLetters deadLetters) {
    expire(now);
    requireRoomInFlight(now);
    List<Message> found = select(limit, now);
    while (found.stream().anyMatch(deadLetters::concern)) {
      for (Message each : found.stream().filter(deadLetters::concern).toList()) {
        book.drop(each);
        deadLetters.bury(each);
      }
      found = select(limit, now);
    }
    return found.stream().map(each -> hide(each, hidden, now)).toList();
  }

  private List<Message> select(int limit, Instant now) {
    return attributes.fifo()
        ? Selection.fifo(book.inOrder(), now, limit)
        : Selection.standard(book.inOrder(), now, limit);
  }

  private Message hide(Message message, Duration hidden, Instant now) {
    ReceiptHandle handle = ReceiptHandle.issue(id, message.position(), ids.get());
    Message received = message.received(now, hidden, handle.text());
    book.put(received);
    return received;
  }

  private void requireRoomInFlight(Instant now) {
    int limit = attributes.fifo() ? SqsLimits.IN_FLIGHT_FIFO : SqsLimits.IN_FLIGHT_STANDARD;
    if (book.inOrder().size() >= limit
        && book.inOrder().stream().filter(each -> each.inFlight(now)).count() >= limit) {
      throw SqsFaults.tooManyInFlight(limit);
    }
  }

  /** Takes in a message that another queue gave up. */
  void bury(Message message, String sourceArn, Instant now) {
    book.put(message.moved(book.nextPosition(), now, sourceArn));
  }

  /**
   * Deletes what the handle was given for. A handle of an earlier receive, or of a message that is
   * gone, deletes nothing; in a FIFO queue a handle dies with its visibility timeout.
   */
  void delete(String handle, Instant now) {
    expire(now);
    Optional<Message> message = of(handle);
    if (message.isPresent() && attributes.fifo() && !message.get().inFlight(now)) {
      throw SqsFaults.receiptHandleExpired(handle);
    }
    message.ifPresent(book::drop);
  }

  /** Hides a received message for {@code hidden} from now on; zero shows it at once. */
  void changeVisibility(String handle, Duration hidden, Instant now) {
    expire(now);
    Message message = of(handle).orElseThrow(() -> SqsFaults.notInFlight(handle));
    if (attributes.fifo() && !message.inFlight(now)) {
      throw SqsFaults.notInFlight(handle);
    }
    Duration limit = Duration.ofSeconds(SqsLimits.VISIBILITY_SECONDS);
    if (now.plus(hidden).isAfter(message.history().last().plus(limit))) {
      throw SqsFaults.invalidParameter(
          "VisibilityTimeout",
          hidden.toSeconds(),
          "Total VisibilityTimeout for the message is beyond the limit [43200 seconds]");
    }
    book.put(message.hiddenUntil(now.plus(hidden)));
  }

  private Optional<Message> of(String handle) {
    ReceiptHandle parsed =
        ReceiptHandle.parse(handle)
            .filter(each -> each.queue().equals(id))
            .orElseThrow(() -> SqsFaults.receiptHandleInvalid(handle));
    return book.at(parsed.position()).filter(message -> handle.equals(message.history().receipt()));
  }

  void purge() {
    book.clear();
  }

  /** Removes all that is written down about this queue, which is of no use afterwards. */
  void close() {
    book.clear();
    intake.close();
    ledger.remove(id);
  }

  QueueDepth depth(Instant now) {
    expire(now);
    int visible = 0;
    int inFlight = 0;
    for (Message each : book.inOrder()) {
      visible += each.visible(now) ? 1 : 0;
      inFlight += each.inFlight(now) ? 1 : 0;
    }
    int delayed = book.inOrder().size() - visible - inFlight;
    return new QueueDepth(id.region(), id.name(), visible, inFlight, delayed);
  }

  private void expire(Instant now) {
    book.expire(now, attributes.seconds(QueueAttribute.MESSAGE_RETENTION_PERIOD));
  }
}
