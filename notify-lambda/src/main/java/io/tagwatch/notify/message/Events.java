package io.tagwatch.notify.message;

import io.tagwatch.notify.notification.Draft;
import io.tagwatch.notify.notification.Notification;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Any other event as EventBridge shapes them: what it is about, its state, and its fields. */
final class Events implements Recogniser {
  private static final List<String> STATES =
      List.of("state", "status", "build-status", "scan-status", "eventName");

  private static final List<String> NAMES = List.of("name", "jobName", "clusterName", "taskName");

  /** What the state says better. */
  private static final Pattern CHANGE = Pattern.compile(" State[- ][Cc]hange( Notification)?$");

  @Override
  public Optional<Notification> recognise(Incoming message) {
    return Event.of(message).map(Events::notification);
  }

  private static Notification notification(Event event) {
    String about =
        event
            .resource()
            .or(() -> name(event.detail()))
            .map(text -> ": " + shortName(text))
            .orElse("");
    Optional<String> state = state(event.detail());
    String mark = about.isEmpty() ? ": " : " is ";
    String type = state.isPresent() ? CHANGE.matcher(event.type()).replaceFirst("") : event.type();
    Draft draft = event.draft().title(type + about + state.map(word -> mark + word).orElse(""));
    event.place(draft).field("Source", event.json().text("source"));
    AnyJson.fields(draft, event.detail());
    return draft.build();
  }

  /** {@code jobName} of Glue and others that name no resource. */
  private static Optional<String> name(Json detail) {
    return NAMES.stream().flatMap(key -> detail.text(key).stream()).findFirst();
  }

  private static Optional<String> state(Json detail) {
    return STATES.stream().flatMap(key -> detail.text(key).stream()).findFirst();
  }

  private static String shortName(String resource) {
    return Arn.parse(resource).map(Arn::resource).orElse(resource);
  }
}
