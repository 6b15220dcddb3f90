package io.tagwatch.notify.message;

import io.tagwatch.notify.notification.Draft;
import io.tagwatch.notify.notification.Notification;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * AWS Backup: the sentence that it publishes to SNS, with {@code Resource ARN : …} and {@code
 * BackupJob ID : …} behind it, and the state changes of its jobs on EventBridge.
 */
final class BackupNotice implements Recogniser {
  private static final Pattern FACT =
      Pattern.compile("(?:^|\\. )([A-Z][A-Za-z ]{1,40}?) ?: (\\S+?)(?=\\.? |\\.?$)");

  private static final Map<String, String> JOBS =
      Map.of("backupJobId", "Backup", "copyJobId", "Backup copy", "restoreJobId", "Restore");

  @Override
  public Optional<Notification> recognise(Incoming message) {
    Optional<Event> event = Event.of(message);
    if (event.isPresent()) {
      return event.flatMap(BackupNotice::job);
    }
    return message.json().isObject() || message.text().length() > 2_000
        ? Optional.empty()
        : sentence(message);
  }

  private static Optional<Notification> sentence(Incoming message) {
    Map<String, String> facts = new LinkedHashMap<>();
    Matcher matcher = FACT.matcher(message.text().strip());
    while (matcher.find()) {
      facts.putIfAbsent(matcher.group(1), matcher.group(2));
    }
    Optional<String> job =
        facts.keySet().stream().filter(name -> name.endsWith("Job ID")).findFirst();
    int end = message.text().indexOf(". ");
    if (job.isEmpty() || end < 0) {
      return Optional.empty();
    }
    Optional<Arn> resource = Arn.parse(Optional.ofNullable(facts.get("Resource ARN")));
    String about = resource.map(arn -> ": " + arn.resource()).orElse("");
    Draft draft =
        Notification.draft(message.id())
            .title(message.text().substring(0, end).strip() + about)
            .looks(StateWords.look(message.text().substring(0, end)))
            .account(resource.flatMap(Arn::accountIfAny))
            .region(resource.flatMap(Arn::regionIfAny))
            .resource(resource.map(Arn::text))
            .dedupKey(Optional.of("backup:" + facts.get(job.get())))
            .occurredAt(message.sentAt());
    facts.forEach(draft::field);
    draft.field("Account", resource.flatMap(Arn::accountIfAny).map(Account::print));
    return Optional.of(draft.field("Region", resource.flatMap(Arn::regionIfAny)).build());
  }

  private static Optional<Notification> job(Event event) {
    Json detail = event.detail();
    Optional<String> state = detail.text("state").or(() -> detail.text("status"));
    Optional<String> key =
        JOBS.keySet().stream().filter(name -> detail.text(name).isPresent()).findFirst();
    return key.isPresent() && state.isPresent()
        ? Optional.of(job(event, key.get(), state.get()))
        : Optional.empty();
  }

  private static Notification job(Event event, String key, String state) {
    Json detail = event.detail();
    Optional<String> resource = detail.text("resourceArn");
    String about =
        resource.map(text -> ": " + Arn.parse(text).map(Arn::resource).orElse(text)).orElse("");
    Draft draft =
        event
            .draft()
            .title(JOBS.get(key) + " " + state.toLowerCase(Locale.ROOT).replace('_', ' ') + about)
            .looks(StateWords.look(state))
            .summary(detail.text("statusMessage").map(BackupNotice::unquoted).orElse(""))
            .resource(resource.or(event::resource))
            .dedupKey(detail.text(key).map(id -> "backup:" + id))
            .field("Resource", resource)
            .field("Type", detail.text("resourceType"))
            .field("Vault", detail.text("backupVaultName"))
            .field("Size", detail.number("backupSizeInBytes").map(n -> Quantity.print(n, "Bytes")))
            .field("Job", detail.text(key));
    return event.place(draft).build();
  }

  private static String unquoted(String text) {
    boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
    return quoted ? text.substring(1, text.length() - 1) : text;
  }
}
