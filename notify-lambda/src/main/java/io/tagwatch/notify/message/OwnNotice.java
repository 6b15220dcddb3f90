package io.tagwatch.notify.message;

import io.tagwatch.common.alarm.Severity;
import io.tagwatch.notify.notification.Draft;
import io.tagwatch.notify.notification.Kind;
import io.tagwatch.notify.notification.Link;
import io.tagwatch.notify.notification.Notification;
import io.tagwatch.notify.notification.Status;
import java.util.Optional;

/**
 * What Tagwatch itself has to say, such as that a tag is mistyped.
 *
 * <pre>
 * {"tagwatch": "notice", "title": "web-3: tag tagwatch:cpu = \"9O\" is not a number (column 1).",
 *  "text": "Still using 80/95.", "severity": "warning", "owner": "jane@example.com",
 *  "resource": "i-0def", "runbook": "https://…", "dedupKey": "…", "fields": {"Key": "tagwatch:cpu"}}
 * </pre>
 *
 * Only {@code tagwatch} and {@code title} are required; the severity is info unless given.
 */
final class OwnNotice implements Recogniser {

  @Override
  public Optional<Notification> recognise(Incoming message) {
    Json json = message.json();
    if (!json.text("tagwatch").map("notice"::equals).orElse(false)
        || json.text("title").isEmpty()) {
      return Optional.empty();
    }
    Severity severity = json.text("severity").flatMap(Severity::parse).orElse(Severity.INFO);
    Draft draft =
        Notification.draft(message.id())
            .is(Kind.NOTICE, Status.INFO, severity)
            .title(json.text("title").get())
            .summary(json.text("text").orElse(""))
            .account(json.text("account"))
            .region(json.text("region"))
            .resource(json.text("resource"))
            .owner(json.text("owner"))
            .dedupKey(json.text("dedupKey"))
            .occurredAt(json.text("time").flatMap(Times::parse).or(message::sentAt))
            .field("Owner", json.text("owner"))
            .link(json.text("runbook").flatMap(url -> Link.of("Runbook", url)));
    json.members("fields").forEach((key, value) -> draft.field(key, value.text()));
    return Optional.of(draft.build());
  }
}
