package io.tagwatch.notify.message;

import io.tagwatch.notify.notification.Draft;
import io.tagwatch.notify.notification.Link;
import io.tagwatch.notify.notification.Look;
import io.tagwatch.notify.notification.Notification;
import java.util.Optional;

/** What RDS, and DMS in the same form, publish to SNS, and RDS sends through EventBridge. */
final class DatabaseNotice implements Recogniser {

  @Override
  public Optional<Notification> recognise(Incoming message) {
    Optional<Event> event = Event.of(message);
    if (event.isPresent()) {
      Json detail = event.get().detail();
      return detail.text("SourceIdentifier").isPresent() && detail.text("Message").isPresent()
          ? Optional.of(event(event.get()))
          : Optional.empty();
    }
    Json json = message.json();
    return json.text("Event Source").isPresent() && json.text("Event Message").isPresent()
        ? Optional.of(notice(message, json))
        : Optional.empty();
  }

  private static Notification event(Event event) {
    Json detail = event.detail();
    String source = detail.text("SourceIdentifier").orElse("");
    String name = source.startsWith("rds:") ? source.substring(4) : source;
    Draft draft =
        event
            .draft()
            .title(name + ": " + detail.text("Message").map(Title::plain).orElse(""))
            .looks(categories(detail).flatMap(DatabaseNotice::look))
            .resource(detail.text("SourceArn").or(event::resource))
            .field("Source", detail.text("SourceType").map(DatabaseNotice::spaced))
            .field("Category", categories(detail))
            .field("Event", detail.text("EventID"));
    return event
        .place(draft)
        .link(Console.resource(detail.text("SourceArn").or(event::resource)))
        .build();
  }

  private static Optional<Look> look(String categories) {
    boolean bad =
        categories.contains("failure")
            || categories.contains("failover")
            || categories.contains("low storage");
    return bad ? Optional.of(Look.WARNING) : Optional.empty();
  }

  private static Optional<String> categories(Json detail) {
    String all =
        String.join(
            ", ",
            detail.items("EventCategories").stream().flatMap(i -> i.text().stream()).toList());
    return all.isEmpty() ? Optional.empty() : Optional.of(all);
  }

  private static Notification notice(Incoming message, Json json) {
    String source = source(json);
    Optional<Arn> arn = Arn.parse(json.text("Source ARN"));
    return Notification.draft(message.id())
        .title(
            (source.isEmpty() ? "A database" : source)
                + ": "
                + Title.plain(json.text("Event Message").get()))
        .account(arn.flatMap(Arn::accountIfAny))
        .region(arn.flatMap(Arn::regionIfAny))
        .resource(json.text("Source ARN"))
        .occurredAt(message.sentAt())
        .field("Source", json.text("Event Source").map(DatabaseNotice::spaced))
        .field("Time", json.text("Event Time"))
        .field("Event", json.text("Event ID").map(DatabaseNotice::eventId))
        .link(lines(json, 0).flatMap(url -> Link.of("Console", url)))
        .build();
  }

  /** Old messages tell the source in a second line of the link. */
  private static String source(Json json) {
    return json.text("Source ID")
        .or(() -> json.text("SourceId"))
        .or(() -> lines(json, 1).map(line -> line.substring(line.indexOf(':') + 1)))
        .orElse("")
        .strip();
  }

  private static Optional<String> lines(Json json, int index) {
    return json.text("Identifier Link").flatMap(text -> text.lines().skip(index).findFirst());
  }

  /** The fragment of {@code http://docs…/USER_Events.html#RDS-EVENT-0002}. */
  private static String eventId(String url) {
    return url.substring(url.indexOf('#') + 1).strip();
  }

  /** {@code DB_INSTANCE} and {@code db-instance} as {@code db instance}. */
  private static String spaced(String word) {
    return word.replace('_', ' ').replace('-', ' ').toLowerCase(java.util.Locale.ROOT);
  }
}
