package io.tagwatch.notify.message;

import io.tagwatch.notify.notification.Notification;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the function was invoked with. */
public sealed interface Invocation {

  /** What it tells, in its order. */
  List<Notification> notifications();

  /**
   * The same with others in the place of its notifications.
   *
   * @param others as many, in the same order
   */
  Invocation with(List<Notification> others);

  /** A batch from a queue. */
  record Batch(List<Queued> messages) implements Invocation {
    @Override
    public List<Notification> notifications() {
      List<Notification> all = new ArrayList<>();
      for (Queued message : messages) {
        all.add(message.notification());
      }
      return all;
    }

    @Override
    public Invocation with(List<Notification> others) {
      List<Queued> changed = new ArrayList<>();
      for (int i = 0; i < messages.size(); i++) {
        Queued message = messages.get(i);
        changed.add(
            new Queued(message.item(), message.queueArn(), others.get(i), message.receipt()));
      }
      return new Batch(changed);
    }
  }

  /** An event, or several in one SNS event, that waits in no queue. */
  record Direct(List<Notification> notifications) implements Invocation {
    @Override
    public Invocation with(List<Notification> others) {
      return new Direct(others);
    }
  }

  /**
   * A message of a batch.
   *
   * @param item names it in the answer: {@code itemIdentifier}
   * @param queueArn where it waits; empty when the batch does not tell
   * @param receipt for this time that the queue handed it out
   */
  record Queued(
      String item, String queueArn, Notification notification, Optional<Receipt> receipt) {}

  /**
   * What a queue says of a message that it handed out.
   *
   * @param handle names it to the queue
   * @param receives how often it was handed out; 1 when the queue does not say
   * @param sentAt when it came into the queue
   */
  record Receipt(String handle, int receives, Optional<Instant> sentAt) {}

  /**
   * Understands an invocation; never fails. A message without an identifier of its own is the same
   * as another one only if both the request and the bytes are: Lambda repeats a failed asynchronous
   * request under its old identifier, but an identifier alone may be anybody's constant.
   *
   * @param requestId of the request; a new one for each call that has none
   */
  static Invocation parse(byte[] event, String requestId) {
    String text = new String(event, StandardCharsets.UTF_8);
    Json json = Json.parse(text).orElse(Json.NOTHING);
    List<Json> records = json.items("Records");
    if (json.at("Records").isList() && records.stream().allMatch(Invocation::isQueued)) {
      return new Batch(records.stream().map(Invocation::queued).toList());
    }
    if (!records.isEmpty() && records.stream().allMatch(record -> record.at("Sns").isObject())) {
      List<Notification> notifications = new ArrayList<>();
      for (Json record : records) {
        notifications.add(
            Messages.ofEnvelope(
                record.at("Sns"), weakId(event, requestId) + "/" + notifications.size()));
      }
      return new Direct(notifications);
    }
    return new Direct(List.of(Messages.recognise(text, id(json, event, requestId))));
  }

  /** Only EventBridge promises that {@code id} is an event's own. */
  private static String id(Json json, byte[] event, String requestId) {
    Optional<String> own =
        json.text("detail-type").isPresent() ? json.text("id") : Optional.empty();
    return own.isPresent() ? own.get() : weakId(event, requestId);
  }

  private static String weakId(byte[] event, String requestId) {
    return requestId + "/" + UUID.nameUUIDFromBytes(event);
  }

  private static boolean isQueued(Json record) {
    return record.has("messageId") && record.has("body");
  }

  private static Queued queued(Json record) {
    String item = record.text("messageId").orElse("");
    return new Queued(
        item,
        record.text("eventSourceARN").orElse(""),
        Messages.recognise(record.at("body"), item),
        receipt(record));
  }

  private static Optional<Receipt> receipt(Json record) {
    Optional<Instant> sentAt =
        record
            .number("attributes", "SentTimestamp")
            .map(at -> Instant.ofEpochMilli(at.longValue()));
    int receives = Math.max(1, record.integer("attributes", "ApproximateReceiveCount"));
    return record.text("receiptHandle").map(handle -> new Receipt(handle, receives, sentAt));
  }
}
