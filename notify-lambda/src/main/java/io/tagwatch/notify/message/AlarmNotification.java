package io.tagwatch.notify.message;

import io.tagwatch.common.alarm.AlarmMarker;
import io.tagwatch.common.alarm.Severity;
import io.tagwatch.notify.notification.Draft;
import io.tagwatch.notify.notification.Kind;
import io.tagwatch.notify.notification.Notification;
import io.tagwatch.notify.notification.Server;
import io.tagwatch.notify.notification.Status;
import io.tagwatch.notify.notification.Tally;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** From the facts of an alarm to what people read. */
final class AlarmNotification {
  private static final int MOST_DATAPOINTS = 10;
  private static final Pattern ALARM_ARN =
      Pattern.compile("arn:aws[\\w-]*:cloudwatch:[\\w-]*:\\d*:alarm:");

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
    AlarmSentence sentence = new AlarmSentence(facts, subject, marker);
    AlarmSummary summary = new AlarmSummary(facts, marker, severity);
    Draft draft =
        Notification.draft(id)
            .is(Kind.ALARM, status(), severity)
            .title(sentence.title())
            .criterion(facts.ok() ? summary.lasted() : criterion())
            .summary(summary.text())
            .name(Optional.of(facts.name()))
            .account(facts.account())
            .region(facts.region())
            .zone(subject.zone())
            .resource(facts.arn().map(Arn::text))
            .owner(marker.flatMap(AlarmMarker::owner))
            .dedupKey(Optional.of(dedupKey()))
            .occurredAt(facts.changedAt())
            .tally(tally())
            .downCheck(sentence.isOutage() ? Optional.of(check()) : Optional.empty())
            .watched(facts.firing() ? facts.watched() : Optional.empty())
            .server(subject.instanceId().map(Server::unseen))
            .news(marker.isEmpty() || !facts.isFirstOk());
    fields(draft);
    new AlarmLinks(facts, marker, subject).addTo(draft);
    return draft.build();
  }

  /** By its dimension; a message that lost it still has the marker. */
  private String check() {
    String dimension =
        facts.metric().isPresent()
            ? facts.metric().get().dimensions().getOrDefault("Check", "")
            : "";
    return dimension.isEmpty() ? subject.name() : dimension;
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
    if (!facts.firing() || facts.isAvailability()) {
      return Optional.empty();
    }
    if (facts.suppressed().isPresent()) {
      return Optional.of("its actions are suppressed");
    }
    if (facts.silent()) {
      return Optional.of("missing data counts as a breach");
    }
    Optional<String> limit = Criterion.limit(facts);
    Optional<String> words = limit.isPresent() ? limit : Criterion.window(facts);
    return marker.isPresent()
        ? Optional.of((severity.word() + " " + words.orElse("")).strip())
        : words;
  }

  private void fields(Draft draft) {
    contributor(draft);
    if (facts.contributor().isEmpty()) {
      subject(draft);
    }
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
      draft.field("Formula", facts.formula().map(AlarmFacts.Formula::text));
    } else if (!facts.metric().get().name().isEmpty()) {
      draft.field("Metric", print(facts.metric().get()));
    }
    datapoints(draft);
    draft.field("Rule", facts.rule().map(AlarmNotification::names));
    draft.field("Suppressed", facts.suppressed());
  }

  /** The rule of a composite alarm with names in the place of the longer ARNs. */
  private static String names(String rule) {
    return ALARM_ARN.matcher(rule).replaceAll("");
  }

  /** The server or check; of anything else each dimension under its name. */
  private void subject(Draft draft) {
    boolean check = facts.metric().isPresent() && facts.metric().get().isUptime();
    if (subject.instanceId().isPresent() || check) {
      draft.field(check ? "Check" : "Server", subject.full());
    } else if (marker.isPresent()) {
      draft.field("Resource", subject.full());
    } else {
      facts.dimensions().forEach(draft::field);
    }
  }

  /** Each attribute that tells a contributor from the others of its query. */
  private void contributor(Draft draft) {
    if (facts.contributor().isEmpty()) {
      return;
    }
    AlarmFacts.Contributor contributor = facts.contributor().get();
    for (Map.Entry<String, String> attribute : contributor.attributes().entrySet()) {
      draft.field(attribute.getKey(), attribute.getValue());
    }
    draft.field("Contributor", contributor.id());
  }

  /** {@code 95.5 → 96 → 97.25 %}: the values that decided, in the order of time. */
  private void datapoints(Draft draft) {
    List<BigDecimal> values = StateReason.parse(facts.reason()).values();
    boolean moves = values.stream().distinct().count() > 1;
    if (!moves || facts.isAvailability()) {
      return;
    }
    int from = Math.max(0, values.size() - MOST_DATAPOINTS);
    String unit = facts.metric().isPresent() ? facts.metric().get().unitWord() : "";
    StringBuilder text = new StringBuilder(from > 0 ? "…" : "");
    for (BigDecimal value : values.subList(from, values.size())) {
      text.append(text.isEmpty() ? "" : " → ").append(Quantity.print(value, unit));
    }
    draft.field("Datapoints", text.toString());
  }

  private static String print(AlarmFacts.Metric metric) {
    String name = (metric.namespace() + " " + metric.name()).strip();
    return metric.statistic().isEmpty() ? name : name + ", " + Statistics.plain(metric.statistic());
  }

  private String dedupKey() {
    String key = facts.arn().isPresent() ? facts.arn().get().text() : facts.name();
    return facts.contributor().isPresent() ? key + "#" + facts.contributor().get().id() : key;
  }
}
