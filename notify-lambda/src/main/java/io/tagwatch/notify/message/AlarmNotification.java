package io.tagwatch.notify.message;

import io.tagwatch.common.alarm.AlarmMarker;
import io.tagwatch.common.alarm.Severity;
import io.tagwatch.notify.notification.Kind;
import io.tagwatch.notify.notification.Link;
import io.tagwatch.notify.notification.Notification;
import io.tagwatch.notify.notification.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** From the facts of an alarm to what people read. */
final class AlarmNotification {
  private static final int CHILDREN_SHOWN = 20;

  private final AlarmFacts facts;
  private final Optional<AlarmMarker> marker;
  private final Subject subject;
  private final Severity severity;

  private AlarmNotification(AlarmFacts facts) {
    this.facts = facts;
    this.marker = AlarmMarker.find(facts.description());
    this.subject = Subject.of(facts, marker);
    this.severity = marker.map(AlarmMarker::severity).orElse(Severity.CRITICAL);
  }

  static Notification of(AlarmFacts facts, String id) {
    return new AlarmNotification(facts).build(id);
  }

  private Notification build(String id) {
    Notification.Draft draft =
        Notification.draft(id)
            .is(Kind.ALARM, status(), severity)
            .title(new AlarmSentence(facts, subject, marker).title())
            .criterion(criterion())
            .summary(summary())
            .name(Optional.of(facts.name()))
            .account(facts.account())
            .region(facts.region())
            .resource(facts.arn().map(Arn::text))
            .owner(marker.flatMap(AlarmMarker::owner))
            .dedupKey(Optional.of(dedupKey()))
            .occurredAt(facts.changedAt());
    fields(draft);
    links(draft);
    return draft.build();
  }

  private Status status() {
    return facts.firing() ? Status.FIRING : facts.ok() ? Status.RESOLVED : Status.NO_DATA;
  }

  private Optional<String> criterion() {
    if (!facts.firing()) {
      return Optional.empty();
    }
    Optional<String> limit = Criterion.limit(facts).or(() -> Criterion.window(facts));
    return marker.isPresent()
        ? Optional.of(severity.word() + limit.map(text -> " " + text).orElse(""))
        : limit;
  }

  private String summary() {
    List<String> lines = new ArrayList<>();
    lines.add(String.join(" · ", decided()));
    if (!reasonIsUnderstood()) {
      lines.add(facts.reason());
    }
    if (facts.firing() || marker.isEmpty()) {
      lines.add(AlarmMarker.sentence(facts.description()));
    }
    int shown = Math.min(facts.children().size(), CHILDREN_SHOWN);
    for (AlarmFacts.Child child : facts.children().subList(0, shown)) {
      lines.add(line(child));
    }
    if (facts.children().size() > CHILDREN_SHOWN) {
      lines.add("… and " + (facts.children().size() - CHILDREN_SHOWN) + " more");
    }
    lines.removeIf(String::isBlank);
    return String.join("\n", lines);
  }

  private static String line(AlarmFacts.Child child) {
    String icon = child.state().equals("ALARM") ? "🔴" : child.state().equals("OK") ? "🟢" : "⚫";
    return icon + " " + child.name();
  }

  private List<String> decided() {
    List<String> words = new ArrayList<>();
    Optional<String> limit = Criterion.limit(facts);
    Optional<String> window = Criterion.window(facts);
    if (facts.firing()) {
      String phrase =
          limit.orElse("")
              + window.map(text -> (limit.isPresent() ? " for " : "for ") + text).orElse("");
      words.add(phrase);
      facts.changedAt().ifPresent(at -> words.add("since " + Times.clock(at)));
      words.add(marker.isPresent() ? severity.word() : "");
    } else {
      words.add(duration().orElse(""));
      limit.ifPresent(text -> words.add("alarm when " + text));
      facts
          .changedAt()
          .ifPresent(
              at -> words.add((facts.ok() ? "OK" : "no data") + " since " + Times.clock(at)));
    }
    words.removeIf(String::isBlank);
    return words;
  }

  /** {@code was critical for 23 min}; the time only where the message tells it. */
  private Optional<String> duration() {
    if (!facts.ok() || !facts.wasFiring() || facts.previousState().isEmpty()) {
      return Optional.empty();
    }
    String was = "was " + (marker.isPresent() ? severity.word() : "in alarm");
    Optional<Instant> end = facts.changedAt();
    return Optional.of(
        facts
            .previousAt()
            .filter(start -> end.isPresent())
            .map(start -> was + " for " + Times.length(Duration.between(start, end.get())))
            .orElse(was));
  }

  /** True when title and summary say all that the reason does. */
  private boolean reasonIsUnderstood() {
    StateReason reason = StateReason.parse(facts.reason());
    return reason.newest().isPresent() || facts.reason().isEmpty();
  }

  private void fields(Notification.Draft draft) {
    String label =
        subject.instanceId().isPresent()
            ? "Server"
            : facts.metric().map(m -> m.namespace().endsWith("/Uptime")).orElse(false)
                ? "Check"
                : facts.contributor().isPresent() ? "Contributor" : "Resource";
    draft.field(label, subject.full());
    draft.field("Owner", marker.flatMap(AlarmMarker::owner));
    draft.field("Account", facts.account().map(Account::print));
    draft.field("Region", facts.region());
    draft.field("Deployment", marker.map(AlarmMarker::deployment));
    facts
        .metric()
        .filter(metric -> !metric.name().isEmpty())
        .ifPresent(metric -> draft.field("Metric", print(metric)));
    if (facts.metric().isEmpty()) {
      draft.field("Expression", facts.expression());
    }
    draft.field("Rule", facts.rule());
  }

  private static String print(AlarmFacts.Metric metric) {
    String name = (metric.namespace() + " " + metric.name()).strip();
    return metric.statistic().isEmpty() ? name : name + ", " + metric.statistic();
  }

  private void links(Notification.Draft draft) {
    draft.link(Console.alarm(facts.arn()));
    draft.link(marker.flatMap(AlarmMarker::runbook).flatMap(url -> Link.of("Runbook", url)));
    subject.instanceId().ifPresent(id -> draft.link(Console.instance(facts.region(), id)));
    facts
        .metric()
        .filter(metric -> metric.namespace().equals("AWS/Lambda"))
        .map(metric -> metric.dimensions().get("FunctionName"))
        .ifPresent(name -> draft.link(Console.logs(facts.region(), "/aws/lambda/" + name)));
    facts.children().stream()
        .limit(5)
        .forEach(
            child ->
                draft.link(
                    Console.alarm(Optional.of(child.arn()))
                        .map(link -> new Link(child.name(), link.url()))));
  }

  private String dedupKey() {
    String key = facts.arn().map(Arn::text).orElse(facts.name());
    return facts.contributor().map(contributor -> key + "#" + contributor.id()).orElse(key);
  }
}
