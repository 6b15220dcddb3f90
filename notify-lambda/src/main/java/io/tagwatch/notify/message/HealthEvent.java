package io.tagwatch.notify.message;

import io.tagwatch.common.alarm.Severity;
import io.tagwatch.notify.notification.Draft;
import io.tagwatch.notify.notification.Kind;
import io.tagwatch.notify.notification.Notification;
import io.tagwatch.notify.notification.Status;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** AWS Health: an issue, a scheduled change or a note, with what it affects. */
final class HealthEvent implements Recogniser {
  private static final int MOST_ENTITIES = 20;

  @Override
  public Optional<Notification> recognise(Incoming message) {
    return Event.of(message)
        .filter(event -> event.detail().text("eventTypeCode").isPresent())
        .filter(event -> event.detail().text("service").isPresent())
        .map(HealthEvent::notification);
  }

  private static Notification notification(Event event) {
    Json detail = event.detail();
    boolean issue = detail.text("eventTypeCategory").map("issue"::equals).orElse(false);
    boolean closed = isClosed(event);
    String code = detail.text("eventTypeCode").orElse("");
    Draft draft =
        event
            .draft()
            .is(
                Kind.HEALTH,
                !issue ? Status.INFO : closed ? Status.RESOLVED : Status.FIRING,
                issue ? Severity.WARNING : Severity.INFO)
            .title(title(event, code) + (issue && closed ? " is over" : ""))
            .summary(description(detail))
            .name(Optional.of(code))
            .dedupKey(detail.text("eventArn"))
            .field("Category", detail.text("eventTypeCategory").map(HealthEvent::spaced))
            .field("Status", detail.text("statusCode"))
            .field("Starts", detail.text("startTime"))
            .field("Ends", detail.text("endTime"));
    return event
        .place(draft)
        .field("Affected", affected(detail))
        .link(Console.health(detail.text("eventArn")))
        .build();
  }

  private static String title(Event event, String code) {
    Json detail = event.detail();
    String service = detail.text("service").orElse("");
    return "AWS Health: " + service + " " + words(code, detail) + what(event);
  }

  /** Older events have no status, but an end that lies behind them. */
  private static boolean isClosed(Event event) {
    Optional<String> status = event.detail().text("statusCode");
    if (status.isPresent()) {
      return status.get().equals("closed");
    }
    Optional<Instant> end = event.detail().text("endTime").flatMap(Times::ofMail);
    Optional<Instant> now = event.json().text("time").flatMap(Times::parse);
    return end.isPresent() && now.isPresent() && end.get().isBefore(now.get());
  }

  /** {@code AWS_EC2_INSTANCE_STOP_SCHEDULED} of EC2 in words: {@code instance stop scheduled}. */
  private static String words(String code, Json detail) {
    String prefix = "AWS_" + detail.text("service").orElse("") + "_";
    String rest = code.startsWith(prefix) ? code.substring(prefix.length()) : code;
    return rest.replace('_', ' ').toLowerCase(Locale.ROOT);
  }

  /** The one thing that it is about, or how many there are; empty when it concerns all. */
  private static String what(Event event) {
    String account = event.json().text("account").orElse("");
    List<String> things =
        event.detail().items("affectedEntities").stream()
            .flatMap(item -> item.text("entityValue").stream())
            .filter(value -> !value.equals(account))
            .toList();
    return switch (things.size()) {
      case 0 -> "";
      case 1 -> ": " + Arn.parse(things.getFirst()).map(Arn::resource).orElse(things.getFirst());
      default -> " (" + things.size() + " resources)";
    };
  }

  /** {@code scheduledChange} as {@code scheduled change}. */
  private static String spaced(String word) {
    return word.replaceAll("(\\p{Lower})(\\p{Upper})", "$1 $2").toLowerCase(Locale.ROOT);
  }

  private static String description(Json detail) {
    return detail.items("eventDescription").stream()
        .flatMap(item -> item.text("latestDescription").stream())
        .findFirst()
        .map(text -> text.replace("\\n", "\n"))
        .orElse("");
  }

  private static Optional<String> affected(Json detail) {
    List<Json> entities = detail.items("affectedEntities");
    String list =
        entities.stream()
            .limit(MOST_ENTITIES)
            .flatMap(item -> entity(item).stream())
            .collect(Collectors.joining(", "));
    int more = entities.size() - MOST_ENTITIES;
    return list.isEmpty()
        ? Optional.empty()
        : Optional.of(more > 0 ? list + " and " + more + " more" : list);
  }

  private static Optional<String> entity(Json item) {
    String status =
        item.text("status").map(word -> " (" + word.toLowerCase(Locale.ROOT) + ")").orElse("");
    return item.text("entityValue").map(value -> value + status);
  }
}
