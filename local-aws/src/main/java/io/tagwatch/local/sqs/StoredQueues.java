package io.tagwatch.local.sqs;

import io.tagwatch.local.store.Room;
import io.tagwatch.local.store.Store;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Queues in three rooms of the store: themselves, their messages, and what they accepted lately.
 */
final class StoredQueues implements QueueLedger {

  /** A queue without what lies in it. */
  record QueueRecord(
      QueueId id,
      Instant created,
      Instant modified,
      Map<String, String> attributes,
      Map<String, String> tags) {}

  /** A message and the queue in which it lies. */
  record MessageRecord(QueueId queue, Message message) {}

  /** A message that a FIFO queue accepted, and the key by which it knows a repeat. */
  record AcceptedRecord(QueueId queue, String key, Deduplication.Accepted accepted) {}

  private final Room<QueueRecord> queues;
  private final Room<MessageRecord> messages;
  private final Room<AcceptedRecord> accepted;

  StoredQueues(Store store) {
    queues = store.room("sqs.queues", QueueRecord.class);
    messages = store.room("sqs.messages", MessageRecord.class);
    accepted = store.room("sqs.accepted", AcceptedRecord.class);
  }

  /** Everything that was written down. */
  Map<QueueId, QueueState> load() {
    Map<QueueId, List<Message>> byQueue = new LinkedHashMap<>();
    for (MessageRecord each : messages.all().values()) {
      byQueue.computeIfAbsent(each.queue(), ignored -> new ArrayList<>()).add(each.message());
    }
    Map<QueueId, Map<String, Deduplication.Accepted>> lately = new LinkedHashMap<>();
    for (AcceptedRecord each : accepted.all().values()) {
      lately
          .computeIfAbsent(each.queue(), ignored -> new LinkedHashMap<>())
          .put(each.key(), each.accepted());
    }
    Map<QueueId, QueueState> states = new LinkedHashMap<>();
    for (QueueRecord each : queues.all().values()) {
      states.put(
          each.id(),
          new QueueState(
              each.created(),
              each.modified(),
              new QueueAttributes(each.attributes()),
              each.tags(),
              lately.getOrDefault(each.id(), Map.of()),
              byQueue.getOrDefault(each.id(), List.of())));
    }
    return states;
  }

  @Override
  public void save(Queue queue) {
    queues.put(
        key(queue.id()),
        new QueueRecord(
            queue.id(),
            queue.created(),
            queue.modified(),
            queue.attributes().values(),
            queue.tags()));
  }

  @Override
  public void remove(QueueId queue) {
    queues.remove(key(queue));
  }

  @Override
  public void save(QueueId queue, Message message) {
    messages.put(key(queue, message), new MessageRecord(queue, message));
  }

  @Override
  public void remove(QueueId queue, Message message) {
    messages.remove(key(queue, message));
  }

  @Override
  public void saveAccepted(QueueId queue, String key, Deduplication.Accepted message) {
    accepted.put(key(queue) + "/" + key, new AcceptedRecord(queue, key, message));
  }

  @Override
  public void removeAccepted(QueueId queue, String key) {
    accepted.remove(key(queue) + "/" + key);
  }

  private static String key(QueueId queue) {
    return queue.region() + "/" + queue.name();
  }

  private static String key(QueueId queue, Message message) {
    return "%s/%019d".formatted(key(queue), message.position());
  }
}
