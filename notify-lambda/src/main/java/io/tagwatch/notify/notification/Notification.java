package io.tagwatch.notify.notification;

import io.tagwatch.common.alarm.Severity;
import java.time.Instant;
import java.util.ArrayList;
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
 * @param resource what it concerns, mostly an ARN or an identifier
 * @param owner who is mentioned
 * @param dedupKey the same for all messages on the same matter
 * @param occurredAt when it happened
 * @param tally how an alarm counts among others; empty for anything else
 * @param parts the notifications that a digest stands for; empty otherwise
 * @param news false when nobody needs to be told, such as that a new alarm has its first data
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
    Optional<String> resource,
    Optional<String> owner,
    Optional<String> dedupKey,
    Optional<Instant> occurredAt,
    Optional<Tally> tally,
    List<Notification> parts,
    boolean news) {

  public Notification {
    fields = List.copyOf(fields);
    links = List.copyOf(links);
    parts = List.copyOf(parts);
  }

  /** Colour and icon. */
  public Look look() {
    return Look.of(status, severity);
  }

  /** All that a lock screen shows: icon, title and criterion in one line. */
  public String headline() {
    return look().icon() + " " + title + criterion.map(text -> " (" + text + ")").orElse("");
  }

  /** The same matter, over: what a first message says once its alarm is gone. */
  public Notification asResolved() {
    return new Notification(
        id,
        kind,
        Status.RESOLVED,
        severity,
        title,
        Optional.empty(),
        summary,
        fields,
        links,
        name,
        account,
        region,
        resource,
        owner,
        dedupKey,
        occurredAt,
        status == Status.FIRING ? tally.map(Tally::afterFiring) : tally,
        parts,
        news);
  }

  /** The same, to be changed. */
  public Draft edited() {
    Draft draft = new Draft(id);
    draft.is(kind, status, severity).title(title).criterion(criterion).summary(summary);
    draft.fields.addAll(fields);
    draft.links.addAll(links);
    draft.name(name).account(account).region(region).resource(resource).owner(owner);
    draft.dedupKey(dedupKey).occurredAt(occurredAt).parts(parts).news(news);
    draft.tally = tally;
    return draft;
  }

  /** True for a digest. */
  public boolean isDigest() {
    return !parts.isEmpty();
  }

  /** Starts one; everything not set is empty, the kind other, the status and severity info. */
  public static Draft draft(String id) {
    return new Draft(id);
  }

  /** A notification in the making. Null and blank texts count as absent. */
  public static final class Draft {
    private final String id;
    private Kind kind = Kind.OTHER;
    private Status status = Status.INFO;
    private Severity severity = Severity.INFO;
    private String title = "";
    private Optional<String> criterion = Optional.empty();
    private String summary = "";
    private final List<Field> fields = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private Optional<String> name = Optional.empty();
    private Optional<String> account = Optional.empty();
    private Optional<String> region = Optional.empty();
    private Optional<String> resource = Optional.empty();
    private Optional<String> owner = Optional.empty();
    private Optional<String> dedupKey = Optional.empty();
    private Optional<Instant> occurredAt = Optional.empty();
    private Optional<Tally> tally = Optional.empty();
    private List<Notification> parts = List.of();
    private boolean news = true;

    private Draft(String id) {
      this.id = id;
    }

    public Draft is(Kind kind, Status status, Severity severity) {
      this.kind = kind;
      this.status = status;
      this.severity = severity;
      return this;
    }

    public Draft title(String text) {
      this.title = text;
      return this;
    }

    public Draft criterion(Optional<String> text) {
      this.criterion = text;
      return this;
    }

    public Draft summary(String text) {
      this.summary = text;
      return this;
    }

    public Draft field(String name, String value) {
      if (value != null && !value.isBlank()) {
        fields.add(new Field(name, value.strip()));
      }
      return this;
    }

    public Draft field(String name, Optional<String> value) {
      return field(name, value.orElse(null));
    }

    public Draft link(Optional<Link> link) {
      link.ifPresent(links::add);
      return this;
    }

    public Draft name(Optional<String> text) {
      this.name = text;
      return this;
    }

    public Draft account(Optional<String> text) {
      this.account = text;
      return this;
    }

    public Draft region(Optional<String> text) {
      this.region = text;
      return this;
    }

    public Draft resource(Optional<String> text) {
      this.resource = text;
      return this;
    }

    public Draft owner(Optional<String> text) {
      this.owner = text;
      return this;
    }

    public Draft dedupKey(Optional<String> text) {
      this.dedupKey = text;
      return this;
    }

    public Draft occurredAt(Optional<Instant> at) {
      this.occurredAt = at;
      return this;
    }

    public Draft tally(Tally tally) {
      this.tally = Optional.of(tally);
      return this;
    }

    public Draft parts(List<Notification> parts) {
      this.parts = parts;
      return this;
    }

    public Draft news(boolean value) {
      this.news = value;
      return this;
    }

    public Notification build() {
      return new Notification(
          id,
          kind,
          status,
          severity,
          title.isBlank() ? "(a message without text)" : title.strip(),
          criterion,
          summary.strip(),
          fields,
          links,
          name,
          account,
          region,
          resource,
          owner,
          dedupKey,
          occurredAt,
          tally,
          parts,
          news);
    }
  }
}
