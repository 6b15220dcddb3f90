package io.tagwatch.notify.message;

import io.tagwatch.notify.notification.Draft;
import io.tagwatch.notify.notification.Look;
import io.tagwatch.notify.notification.Notification;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Any other event as EventBridge shapes them: what it is about, its state, and its fields. */
final class Events implements Recogniser {
  private static final List<String> STATES =
      List.of("state", "status", "scan-status", "scanStatus", "lastStatus", "eventName");

  /** The rest is a click away. */
  private static final int MOST_VALUES = 14;

  private static final String FOUND = "finding-severity-counts";

  /** What people call it, better than an identifier in an ARN. */
  private static final List<String> BETTER_NAMES =
      List.of("jobName", "CommonName", "configRuleName", "check-name", "quotaName", "resource");

  private static final List<String> NAMES = List.of("name", "clusterName", "taskName");

  private static final List<String> REASONS =
      List.of("statusReason", "stoppedReason", "cause", "errorMessage", "reason", "message");

  /** What the state says better. */
  private static final Pattern CHANGE =
      Pattern.compile(" Stat(e|us)[- ][Cc]hange( Notification)?$");

  @Override
  public Optional<Notification> recognise(Incoming message) {
    return Event.of(message).map(Events::notification);
  }

  private static Notification notification(Event event) {
    Json detail = event.detail();
    String about =
        name(detail, BETTER_NAMES)
            .or(event::resource)
            .or(() -> name(detail, NAMES))
            .map(text -> ": " + shortName(text))
            .orElse("");
    Optional<String> state = state(detail);
    String mark = about.isEmpty() ? ": " : " is ";
    String type = state.isPresent() ? CHANGE.matcher(event.type()).replaceFirst("") : event.type();
    Draft draft =
        event
            .draft()
            .title(type + about + state.map(word -> mark + word).orElse(""))
            .criterion(found(detail))
            .looks(alarming(detail).or(() -> StateWords.look(state)))
            .summary(name(detail, REASONS).orElse(""))
            .link(Console.resource(event.resource()));
    event.place(draft).field("Source", event.json().text("source"));
    AnyJson.some(draft, detail, MOST_VALUES, told(event, state));
    return draft.build();
  }

  private static Optional<String> name(Json detail, List<String> keys) {
    return keys.stream().flatMap(key -> detail.text(key).stream()).findFirst();
  }

  /** What title, second line and the first fields say. */
  private static Set<String> told(Event event, Optional<String> state) {
    Set<String> told = new HashSet<>();
    state.ifPresent(told::add);
    event.resource().ifPresent(told::add);
    event.region().ifPresent(told::add);
    event.json().text("account").ifPresent(told::add);
    name(event.detail(), REASONS).ifPresent(told::add);
    name(event.detail(), BETTER_NAMES).ifPresent(told::add);
    return told;
  }

  /** {@code 10 critical, 2 high}: what a scan of ECR found. */
  private static Optional<String> found(Json detail) {
    List<String> counts = new ArrayList<>();
    for (String level : List.of("CRITICAL", "HIGH")) {
      int count = detail.integer(FOUND, level);
      if (count > 0) {
        counts.add(count + " " + level.toLowerCase(Locale.ROOT));
      }
    }
    return counts.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", counts));
  }

  private static Optional<Look> alarming(Json detail) {
    if (detail.integer(FOUND, "CRITICAL") > 0) {
      return Optional.of(Look.CRITICAL);
    }
    return detail.integer(FOUND, "HIGH") > 0 ? Optional.of(Look.WARNING) : Optional.empty();
  }

  /** The result of a rule or a scan says more than that it is complete. */
  private static Optional<String> state(Json detail) {
    return detail
        .text("newEvaluationResult", "complianceType")
        .or(() -> detail.text("scanResultDetails", "scanResultStatus"))
        .or(() -> STATES.stream().flatMap(key -> detail.text(key).stream()).findFirst());
  }

  private static String shortName(String resource) {
    return Arn.parse(resource).map(Arn::resource).orElse(resource);
  }
}
