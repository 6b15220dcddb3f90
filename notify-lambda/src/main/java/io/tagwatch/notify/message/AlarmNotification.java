package io.tagwatch.notify.message;

import io.tagwatch.common.alarm.AlarmMarker;
import io.tagwatch.common.alarm.Severity;
import io.tagwatch.notify.notification.Kind;
import io.tagwatch.notify.notification.Link;
import io.tagwatch.notify.notification.Notification;
import io.tagwatch.notify.notification.Status;
import io.tagwatch.notify.notification.Tally;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** From the facts of an alarm to what people read. */
final class AlarmNotification {
  private static final int CHILDREN_SHOWN = 20;
  private static final int CHILDREN_LINKED = 5;

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
            .occurredAt(facts.changedAt())
            .tally(tally())
            .news(marker.isEmpty() || !facts.isFirstOk());
    fields(draft);
    links(draft);
    return draft.build();
  }

  private Tally tally() {
    String rule =
        marker.isPresent()
            ? marker.get().alarm().split(":", 2)[0]
            : facts.metric().isPresent() ? facts.metric().get().name() : "";
    return new Tally(
        rule.isEmpty() ? facts.name() : rule,
        (subject.name() + " " + subject.series()).strip(),
        subject.instanceId().isPresent(),
        facts.wasFiring());
  }

  private Status status() {
    return facts.firing() ? Status.FIRING : facts.ok() ? Status.RESOLVED : Status.NO_DATA;
  }

  private Optional<String> criterion() {
    if (!facts.firing()) {
      return Optional.empty();
    }
    Optional<String> limit = Criterion.limit(facts);
    Optional<String> words = limit.isPresent() ? limit : Criterion.window(facts);
    return marker.isPresent()
        ? Optional.of((severity.word() + " " + words.orElse("")).strip())
        : words;
  }

  private String summary() {
    List<String> lines = new ArrayList<>();
    lines.add(joined(decided(), " · "));
    if (!reasonIsUnderstood()) {
      lines.add(facts.reason());
    }
    if (marker.isEmpty() || facts.firing() && !reasonIsUnderstood()) {
      // The sentence of an owned alarm repeats rule and limit, which title and summary say better.
      lines.add(AlarmMarker.sentence(facts.description()));
    }
    int shown = Math.min(facts.children().size(), CHILDREN_SHOWN);
    for (AlarmFacts.Child child : facts.children().subList(0, shown)) {
      lines.add(line(child));
    }
    if (facts.children().size() > CHILDREN_SHOWN) {
      lines.add("… and " + (facts.children().size() - CHILDREN_SHOWN) + " more");
    }
    return joined(lines, "\n");
  }

  private static String line(AlarmFacts.Child child) {
    String icon = child.state().equals("ALARM") ? "🔴" : child.state().equals("OK") ? "🟢" : "⚫";
    return icon + " " + child.name();
  }

  private List<String> decided() {
    List<String> words = new ArrayList<>();
    Optional<String> limit = Criterion.limit(facts);
    Optional<String> window = Criterion.window(facts);
    String since = facts.changedAt().isPresent() ? Times.clock(facts.changedAt().get()) : "";
    if (facts.firing()) {
      String time = window.isPresent() ? "for " + window.get() : "";
      words.add((limit.orElse("") + " " + time).strip());
      words.add(since.isEmpty() ? "" : "since " + since);
      words.add(marker.isPresent() ? severity.word() : "");
    } else {
      words.add(duration());
      words.add(limit.isPresent() ? "alarm when " + limit.get() : "");
      words.add(since.isEmpty() ? "" : (facts.ok() ? "OK" : "no data") + " since " + since);
    }
    return words;
  }

  /** What is not blank, with {@code mark} between. */
  private static String joined(List<String> texts, String mark) {
    StringBuilder all = new StringBuilder();
    for (String text : texts) {
      if (!text.isBlank()) {
        all.append(all.isEmpty() ? "" : mark).append(text);
      }
    }
    return all.toString();
  }

  /** {@code was critical for 23 min}; the time only where the message tells it. */
  private String duration() {
    if (!facts.ok() || !facts.wasFiring() || facts.previousState().isEmpty()) {
      return "";
    }
    String was = "was " + (marker.isPresent() ? severity.word() : "in alarm");
    Optional<Instant> start = facts.previousAt();
    Optional<Instant> end = facts.changedAt();
    return start.isPresent() && end.isPresent()
        ? was + " for " + Times.length(Duration.between(start.get(), end.get()))
        : was;
  }

  /** True when title and summary say all that the reason does. */
  private boolean reasonIsUnderstood() {
    StateReason reason = StateReason.parse(facts.reason());
    return reason.newest().isPresent() || facts.reason().isEmpty();
  }

  private void fields(Notification.Draft draft) {
    draft.field(label(), subject.full());
    if (marker.isPresent()) {
      draft.field("Owner", marker.get().owner());
    }
    if (facts.account().isPresent()) {
      draft.field("Account", Account.print(facts.account().get()));
    }
    draft.field("Region", facts.region());
    if (marker.isPresent()) {
      draft.field("Deployment", marker.get().deployment());
    }
    if (facts.metric().isEmpty()) {
      draft.field("Expression", facts.expression());
    } else if (!facts.metric().get().name().isEmpty()) {
      draft.field("Metric", print(facts.metric().get()));
    }
    draft.field("Rule", facts.rule());
  }

  private String label() {
    if (subject.instanceId().isPresent()) {
      return "Server";
    }
    if (facts.metric().isPresent() && facts.metric().get().namespace().endsWith("/Uptime")) {
      return "Check";
    }
    return facts.contributor().isPresent() ? "Contributor" : "Resource";
  }

  private static String print(AlarmFacts.Metric metric) {
    String name = (metric.namespace() + " " + metric.name()).strip();
    return metric.statistic().isEmpty() ? name : name + ", " + metric.statistic();
  }

  private void links(Notification.Draft draft) {
    int linked = 0;
    draft.link(Console.alarm(facts.arn()));
    if (marker.isPresent() && marker.get().runbook().isPresent()) {
      draft.link(Link.of("Runbook", marker.get().runbook().get()));
    }
    if (subject.instanceId().isPresent()) {
      draft.link(Console.instance(facts.region(), subject.instanceId().get()));
    }
    if (facts.metric().isPresent() && facts.metric().get().namespace().equals("AWS/Lambda")) {
      String function = facts.metric().get().dimensions().getOrDefault("FunctionName", "");
      draft.link(
          function.isEmpty()
              ? Optional.empty()
              : Console.logs(facts.region(), "/aws/lambda/" + function));
    }
    for (AlarmFacts.Child child : facts.children()) {
      Optional<Link> link = Console.alarm(Optional.of(child.arn()));
      if (link.isPresent() && ++linked <= CHILDREN_LINKED) {
        draft.link(Optional.of(new Link(child.name(), link.get().url())));
      }
    }
  }

  private String dedupKey() {
    String key = facts.arn().isPresent() ? facts.arn().get().text() : facts.name();
    return facts.contributor().isPresent() ? key + "#" + facts.contributor().get().id() : key;
  }
}
