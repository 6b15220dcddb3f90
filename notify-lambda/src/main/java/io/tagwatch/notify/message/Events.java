package io.tagwatch.notify.message;

import io.tagwatch.notify.notification.Draft;
import io.tagwatch.notify.notification.Notification;
import java.util.List;
import java.util.Optional;

/** Any other event as EventBridge shapes them: what it is about, its state, and its fields. */
final class Events implements Recogniser {
  private static final List<String> STATES =
      List.of("state", "status", "build-status", "scan-status", "eventName");

  @Override
  public Optional<Notification> recognise(Incoming message) {
    return Event.of(message).map(Events::notification);
  }

  private static Notification notification(Event event) {
    String about = event.resource().map(text -> ": " + shortName(text)).orElse("");
    String mark = about.isEmpty() ? ": " : " is ";
    String state = state(event.detail()).map(word -> mark + word).orElse("");
    Draft draft = event.draft().title(event.type() + about + state);
    event.place(draft).field("Source", event.json().text("source"));
    AnyJson.fields(draft, event.detail());
    return draft.build();
  }

  private static Optional<String> state(Json detail) {
    return STATES.stream().flatMap(key -> detail.text(key).stream()).findFirst();
  }

  private static String shortName(String resource) {
    return Arn.parse(resource).map(Arn::resource).orElse(resource);
  }
}
