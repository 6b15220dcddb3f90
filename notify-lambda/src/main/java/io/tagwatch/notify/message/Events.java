package io.tagwatch.notify.message;

import io.tagwatch.common.alarm.Severity;
import io.tagwatch.notify.notification.Kind;
import io.tagwatch.notify.notification.Notification;
import io.tagwatch.notify.notification.Status;
import java.util.Optional;

/**
 * Events as EventBridge shapes them: EC2 state changes, AWS Health, security findings, any other.
 */
final class Events implements Recogniser {

  @Override
  public Optional<Notification> recognise(Incoming message) {
    Json event = message.json();
    Optional<String> type = event.text("detail-type");
    if (type.isEmpty() || !event.has("detail")) {
      return Optional.empty();
    }
    Json detail = event.at("detail");
    if (detail.text("instance-id").isPresent() && detail.text("state").isPresent()) {
      return Optional.of(instance(message, event, detail));
    }
    if (detail.text("eventTypeCode").isPresent() && detail.text("service").isPresent()) {
      return Optional.of(health(message, event, detail));
    }
    if (SecurityFinding.is(detail)) {
      return Optional.of(SecurityFinding.of(draft(message, event), detail));
    }
    return Optional.of(other(message, event, detail, type.get()));
  }

  private static Notification instance(Incoming message, Json event, Json detail) {
    String id = detail.text("instance-id").orElse("");
    String name = detail.text("name").or(() -> detail.text("tags", "Name")).orElse(id);
    Optional<String> owner = detail.text("owner").or(() -> detail.text("tags", "tagwatch:owner"));
    String was = detail.text("previous-state").map(state -> " (was " + state + ")").orElse("");
    return draft(message, event)
        .is(Kind.EC2, Status.INFO, Severity.INFO)
        .title(name + " " + verb(detail.text("state").orElse("")) + was)
        .owner(owner)
        .dedupKey(Optional.of("ec2:" + id))
        .field("Server", name.equals(id) ? id : name + " (" + id + ")")
        .field("Owner", owner)
        .field("Account", event.text("account").map(Account::print))
        .field("Region", event.text("region"))
        .link(Console.instance(event.text("region"), id))
        .build();
  }

  private static String verb(String state) {
    return switch (state) {
      case "stopped" -> "stopped";
      case "terminated" -> "was terminated";
      default -> "is " + state;
    };
  }

  private static Notification health(Incoming message, Json event, Json detail) {
    boolean issue = detail.text("eventTypeCategory").map("issue"::equals).orElse(false);
    boolean closed = detail.text("statusCode").map("closed"::equals).orElse(false);
    String code = detail.text("eventTypeCode").orElse("");
    Notification.Draft draft =
        draft(message, event)
            .is(
                Kind.HEALTH,
                !issue ? Status.INFO : closed ? Status.RESOLVED : Status.FIRING,
                issue ? Severity.WARNING : Severity.INFO)
            .title("AWS Health: " + detail.text("service").orElse("") + " " + words(code, detail))
            .summary(description(detail))
            .name(Optional.of(code))
            .dedupKey(detail.text("eventArn"))
            .field("Category", detail.text("eventTypeCategory"))
            .field("Starts", detail.text("startTime"))
            .field("Ends", detail.text("endTime"))
            .field("Account", event.text("account").map(Account::print))
            .field("Region", event.text("region"))
            .field("Affected", affected(detail));
    return draft.build();
  }

  /** {@code AWS_EC2_INSTANCE_STOP_SCHEDULED} of EC2 in words: {@code instance stop scheduled}. */
  private static String words(String code, Json detail) {
    String prefix = "AWS_" + detail.text("service").orElse("") + "_";
    String rest = code.startsWith(prefix) ? code.substring(prefix.length()) : code;
    return rest.replace('_', ' ').toLowerCase(java.util.Locale.ROOT);
  }

  private static String description(Json detail) {
    return detail.items("eventDescription").stream()
        .flatMap(item -> item.text("latestDescription").stream())
        .findFirst()
        .map(text -> text.replace("\\n", "\n"))
        .orElse("");
  }

  private static Optional<String> affected(Json detail) {
    String list =
        detail.items("affectedEntities").stream()
            .flatMap(item -> item.text("entityValue").stream())
            .limit(20)
            .collect(java.util.stream.Collectors.joining(", "));
    return list.isEmpty() ? Optional.empty() : Optional.of(list);
  }

  private static Notification other(Incoming message, Json event, Json detail, String type) {
    Optional<String> resource = resource(event);
    Notification.Draft draft =
        draft(message, event)
            .is(Kind.OTHER, Status.INFO, Severity.INFO)
            .title(type + resource.map(text -> ": " + shortName(text)).orElse(""))
            .field("Account", event.text("account").map(Account::print))
            .field("Region", event.text("region"))
            .field("Source", event.text("source"));
    AnyJson.fields(draft, detail);
    return draft.build();
  }

  private static String shortName(String resource) {
    return Arn.parse(resource).map(Arn::resource).orElse(resource);
  }

  private static Optional<String> resource(Json event) {
    return event.items("resources").stream().flatMap(item -> item.text().stream()).findFirst();
  }

  private static Notification.Draft draft(Incoming message, Json event) {
    return Notification.draft(message.id())
        .account(event.text("account"))
        .region(event.text("region"))
        .resource(resource(event))
        .dedupKey(event.text("id"))
        .occurredAt(event.text("time").flatMap(Times::parse).or(message::sentAt));
  }
}
