package io.tagwatch.notify.message;

import io.tagwatch.notify.notification.Draft;
import io.tagwatch.notify.notification.Look;
import io.tagwatch.notify.notification.Notification;
import java.util.Optional;
import java.util.Set;

/** What somebody did, as CloudTrail tells it through EventBridge: an API call or a sign-in. */
final class ApiCall implements Recogniser {
  private static final int MOST_PARAMETERS = 8;

  @Override
  public Optional<Notification> recognise(Incoming message) {
    return Event.of(message)
        .filter(event -> event.detail().text("eventName").isPresent())
        .filter(event -> event.detail().text("eventSource").isPresent())
        .filter(event -> event.detail().at("userIdentity").isObject())
        .map(ApiCall::notification);
  }

  private static Notification notification(Event event) {
    Json detail = event.detail();
    Json who = detail.at("userIdentity");
    Optional<String> error = detail.text("errorCode");
    boolean root = who.text("type").map("Root"::equals).orElse(false);
    boolean refused =
        error.isPresent()
            || detail.text("responseElements", "ConsoleLogin").map("Failure"::equals).orElse(false);
    Draft draft =
        event
            .draft()
            .title(
                detail.text("eventName").orElse("")
                    + " by "
                    + name(who)
                    + (refused ? error.map(code -> " failed: " + code).orElse(" failed") : ""))
            .looks(root || refused ? Optional.of(Look.NOTICE) : Optional.empty())
            .summary(detail.text("errorMessage").orElse(""))
            .field("Service", detail.text("eventSource"))
            .field("Who", who.text("arn").isPresent() ? who.text("arn") : who.text("principalId"))
            .field("From", detail.text("sourceIPAddress"))
            .field("Multi-factor", detail.text("additionalEventData", "MFAUsed"));
    AnyJson.some(draft, detail.at("requestParameters"), MOST_PARAMETERS, Set.of());
    return event.place(draft.field("Event", detail.text("eventID"))).build();
  }

  /** {@code root}, {@code user/jane}, {@code assumed-role/admin/jane}, or what there is. */
  private static String name(Json who) {
    if (who.text("type").map("Root"::equals).orElse(false)) {
      return "root";
    }
    Optional<String> arn = Arn.parse(who.text("arn")).map(Arn::resource);
    if (arn.isPresent()) {
      return arn.get();
    }
    Optional<String> name = who.text("userName");
    return name.isPresent() ? name.get() : who.text("invokedBy").orElse("somebody");
  }
}
