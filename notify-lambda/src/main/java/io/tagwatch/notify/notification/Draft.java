package io.tagwatch.notify.notification;

import io.tagwatch.common.alarm.Severity;
import io.tagwatch.common.config.Node;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A notification in the making. Null and blank texts count as absent. */
public final class Draft {
  /** Between the parts of a title that tell different things. */
  public static final String BETWEEN = " · ";

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
  private Optional<String> zone = Optional.empty();
  private Optional<String> resource = Optional.empty();
  private Optional<String> owner = Optional.empty();
  private Optional<String> dedupKey = Optional.empty();
  private Optional<Instant> occurredAt = Optional.empty();
  private Optional<Tally> tally = Optional.empty();
  private List<Notification> parts = List.of();
  private Optional<String> downCheck = Optional.empty();
  private Optional<Node> watched = Optional.empty();
  private Optional<Server> server = Optional.empty();
  private boolean news = true;
  private Optional<Look> appearance = Optional.empty();

  Draft(String id) {
    this.id = id;
  }

  /** What it is and how bad; it looks like that unless {@link #looks} says more afterwards. */
  public Draft is(Kind kind, Status status, Severity severity) {
    this.appearance = Optional.empty();
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

  /** Changes the value of a field that is there, and adds it otherwise. */
  public Draft replaceField(String name, String value) {
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).name().equals(name)) {
        fields.set(i, new Field(name, value.strip()));
        return this;
      }
    }
    return field(name, value);
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

  public Draft zone(Optional<String> text) {
    this.zone = text;
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

  public Draft downCheck(Optional<String> name) {
    this.downCheck = name;
    return this;
  }

  public Draft watched(Optional<Node> node) {
    this.watched = node;
    return this;
  }

  public Draft server(Optional<Server> server) {
    this.server = server;
    return this;
  }

  public Draft news(boolean value) {
    this.news = value;
    return this;
  }

  /** Colour and icon of what status and severity do not tell; empty leaves them to those. */
  public Draft looks(Optional<Look> look) {
    this.appearance = look;
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
        zone,
        resource,
        owner,
        dedupKey,
        occurredAt,
        tally,
        parts,
        downCheck,
        watched,
        server,
        news,
        appearance);
  }
}
