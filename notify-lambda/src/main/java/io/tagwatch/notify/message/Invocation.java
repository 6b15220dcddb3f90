package io.tagwatch.notify.message;

import io.tagwatch.notify.notification.Notification;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What the function was invoked with. */
public sealed interface Invocation {

  /** A batch from a queue. */
  record Batch(List<Queued> messages) implements Invocation {}

  /** An event, or several in one SNS event, that waits in no queue. */
  record Direct(List<Notification> notifications) implements Invocation {}

  /**
   * A message of a batch.
   *
   * @param item names it in the answer: {@code itemIdentifier}
   * @param queueArn where it waits; empty when the batch does not tell
   */
  record Queued(String item, String queueArn, Notification notification) {}

  /**
   * Understands an invocation; never fails.
   *
   * @param requestId names messages that carry no identifier
   */
  static Invocation parse(byte[] event, String requestId) {
    String text = new String(event, StandardCharsets.UTF_8);
    Json json = Json.parse(text).orElse(Json.NOTHING);
    List<Json> records = json.items("Records");
    if (!records.isEmpty() && records.stream().allMatch(Invocation::isQueued)) {
      return new Batch(records.stream().map(Invocation::queued).toList());
    }
    if (!records.isEmpty() && records.stream().allMatch(record -> record.at("Sns").isObject())) {
      List<Notification> notifications = new ArrayList<>();
      for (Json record : records) {
        notifications.add(
            Messages.ofEnvelope(record.at("Sns"), requestId + "/" + notifications.size()));
      }
      return new Direct(notifications);
    }
    String id = json.text("id").orElse(requestId);
    return new Direct(List.of(Messages.recognise(text, id)));
  }

  private static boolean isQueued(Json record) {
    return record.has("messageId") && record.has("body");
  }

  private static Queued queued(Json record) {
    String item = record.text("messageId").orElse("");
    return new Queued(
        item,
        record.text("eventSourceARN").orElse(""),
        Messages.recognise(record.text("body").orElse(""), item));
  }
}
