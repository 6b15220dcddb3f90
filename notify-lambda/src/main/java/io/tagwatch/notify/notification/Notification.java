package io.tagwatch.notify.notification;

import io.tagwatch.common.alarm.Severity;
import io.tagwatch.common.config.Node;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One thing to tell. All texts are plain, without markup and of any length; channels escape and
 * cut.
 *
 * @param id the SNS MessageId, else the queue's or event's identifier; the same id is the same
 *     message
 * @param kind what it is about
 * @param status where the matter stands
 * @param severity how bad it is, never unknown
 * @param title one human sentence, without icon
 * @param criterion what was decided on, such as {@code critical over 90 %}
 * @param summary more about it, one or several lines; may be empty
 * @param fields named facts, the most useful first
 * @param links what to open, the most useful first
 * @param name the alarm's name, or another name by which people look it up
 * @param account the account's number
 * @param region such as {@code eu-west-1}
 * @param zone of a server whose zone is known, such as {@code eu-west-1b}
 * @param resource what it concerns, mostly an ARN or an identifier
 * @param owner who is mentioned
 * @param dedupKey the same for all messages on the same matter
 * @param occurredAt when it happened
 * @param tally how an alarm counts among others; empty for anything else
 * @param parts the notifications that a digest stands for; empty otherwise
 * @param downCheck the check whose probes failed, when the alarm is about that
 * @param watched what an alarm evaluates, in the JSON of its message, for those who draw it; empty
 *     for anything else
 * @param server the EC2 server that it is about; empty for anything else
 * @param news false when nobody needs to be told, such as that a new alarm has its first data
 * @param appearance how bad its source calls it, where status and severity, by which it is routed,
 *     do not say so: a failed backup, a critical finding
 */
public record Notification(
    String id,
    Kind kind,
    Status status,
    Severity severity,
    String title,
    Optional<String> criterion,
    String summary,
    List<Field> fields,
    List<Link> links,
    Optional<String> name,
    Optional<String> account,
    Optional<String> region,
    Optional<String> zone,
    Optional<String> resource,
    Optional<String> owner,
    Optional<String> dedupKey,
    Optional<Instant> occurredAt,
    Optional<Tally> tally,
    List<Notification> parts,
    Optional<String> downCheck,
    Optional<Node> watched,
    Optional<Server> server,
    boolean news,
    Optional<Look> appearance) {

  public Notification {
    fields = List.copyOf(fields);
    links = List.copyOf(links);
    parts = List.copyOf(parts);
  }

  /** The name, unless the title says it. */
  public Optional<String> nameBesideTitle() {
    return name.filter(text -> !title.contains(text));
  }

  /** Colour and icon. */
  public Look look() {
    return appearance.orElseGet(() -> Look.of(status, severity));
  }

  /** All that a lock screen shows: icon, title and criterion in one line. */
  public String headline() {
    return look().icon() + " " + title + criterion.map(text -> " (" + text + ")").orElse("");
  }

  /** The same matter, over: what a first message says once its alarm is gone. */
  public Notification asResolved() {
    Draft resolved = edited().is(kind, Status.RESOLVED, severity).criterion(Optional.empty());
    if (status == Status.FIRING && tally.isPresent()) {
      resolved.tally(tally.get().afterFiring());
    }
    return resolved.build();
  }

  /**
   * The same with a reason said right after what is wrong: {@code api is down: status 503 · …}. The
   * reason goes before the first {@value Draft#BETWEEN} of the title, or to its end.
   */
  public Notification because(String reason) {
    int end = title.indexOf(Draft.BETWEEN);
    String lead = end < 0 ? title : title.substring(0, end);
    return edited().title(lead + ": " + reason.strip() + title.substring(lead.length())).build();
  }

  /** True for a digest. */
  public boolean isDigest() {
    return !parts.isEmpty();
  }

  /** Starts one; everything not set is empty, the kind other, the status and severity info. */
  public static Draft draft(String id) {
    return new Draft(id);
  }

  /** The same, to be changed. */
  public Draft edited() {
    Draft draft =
        new Draft(id)
            .is(kind, status, severity)
            .title(title)
            .criterion(criterion)
            .summary(summary)
            .name(name)
            .account(account)
            .region(region)
            .zone(zone)
            .resource(resource)
            .owner(owner)
            .dedupKey(dedupKey)
            .occurredAt(occurredAt)
            .parts(parts)
            .downCheck(downCheck)
            .watched(watched)
            .server(server)
            .news(news)
            .looks(appearance);
    fields.forEach(field -> draft.field(field.name(), field.value()));
    links.forEach(link -> draft.link(Optional.of(link)));
    tally.ifPresent(draft::tally);
    return draft;
  }
}
