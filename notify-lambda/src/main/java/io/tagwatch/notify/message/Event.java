package io.tagwatch.notify.message;

import io.tagwatch.notify.notification.Draft;
import io.tagwatch.notify.notification.Notification;
import java.util.Optional;

/**
 * What all events of EventBridge share: a {@code detail-type} and a {@code detail}.
 *
 * @param type such as {@code EC2 Instance State-change Notification}
 */
record Event(Incoming message, Json json, String type, Json detail) {

  /** Empty for what is no event. */
  static Optional<Event> of(Incoming message) {
    Json json = message.json();
    Optional<String> type = json.text("detail-type");
    return type.isPresent() && json.has("detail")
        ? Optional.of(new Event(message, json, type.get(), json.at("detail")))
        : Optional.empty();
  }

  /** A draft with where and when it happened. */
  Draft draft() {
    return Notification.draft(message.id())
        .account(json.text("account"))
        .region(region())
        .resource(resource())
        .dedupKey(json.text("id"))
        .occurredAt(json.text("time").flatMap(Times::parse).or(message::sentAt));
  }

  /** Adds whose it is and where; for the end of the fields. */
  Draft place(Draft draft) {
    return draft
        .field("Account", json.text("account").map(Account::print))
        .field("Region", region());
  }

  Optional<String> region() {
    return json.text("region");
  }

  /** The first resource that is named. */
  Optional<String> resource() {
    return json.items("resources").stream().flatMap(item -> item.text().stream()).findFirst();
  }
}
