package io.tagwatch.notify.message;

import io.tagwatch.common.alarm.AlarmMarker;
import io.tagwatch.common.alarm.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The lines below an alarm's title: what was decided on, for how long, since when, how bad. */
final class AlarmSummary {
  private static final int CHILDREN_SHOWN = 20;

  private final AlarmFacts facts;
  private final Optional<AlarmMarker> marker;
  private final Severity severity;

  AlarmSummary(AlarmFacts facts, Optional<AlarmMarker> marker, Severity severity) {
    this.facts = facts;
    this.marker = marker;
    this.severity = severity;
  }

  String text() {
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

  /** {@code was critical for 23 min}; empty where the message does not tell when it began. */
  Optional<String> lasted() {
    Optional<Instant> start = facts.previousAt();
    Optional<Instant> end = facts.changedAt();
    return ended() && start.isPresent() && end.isPresent()
        ? Optional.of(was() + " for " + Times.length(Duration.between(start.get(), end.get())))
        : Optional.empty();
  }

  private boolean ended() {
    return facts.ok() && facts.previousState().isPresent() && facts.wasFiring();
  }

  private String was() {
    return "was " + (marker.isPresent() ? severity.word() : "in alarm");
  }

  private String line(AlarmFacts.Child child) {
    String icon = child.state().equals("ALARM") ? "🔴" : child.state().equals("OK") ? "🟢" : "⚫";
    String state = child.state().isEmpty() ? "" : ": " + child.state();
    String since =
        child.since().isPresent()
            ? " since " + Times.clock(child.since().get(), facts.changedAt())
            : "";
    return icon + " " + child.name() + state + since;
  }

  private List<String> decided() {
    List<String> words = new ArrayList<>();
    Optional<String> limit = Criterion.breach(facts);
    Optional<String> window = Criterion.window(facts);
    String since = facts.changedAt().isPresent() ? Times.clock(facts.changedAt().get()) : "";
    if (facts.firing() && !facts.silent()) {
      boolean said = window.isEmpty() || facts.isAvailability();
      String time = said ? "" : "for " + window.get();
      words.add((limit.orElse("") + " " + time).strip());
      words.add(since.isEmpty() ? "" : "since " + since);
      words.add(marker.isPresent() ? severity.word() : "");
    } else if (facts.firing()) {
      words.add(limit.isPresent() ? "alarm when " + limit.get() : "");
      words.add(since.isEmpty() ? "" : "since " + since);
      words.add(marker.isPresent() ? severity.word() : "");
    } else {
      words.add(ended() && lasted().isEmpty() ? was() : "");
      words.add(limit.isPresent() ? "alarm when " + limit.get() : "");
      words.add(since.isEmpty() ? "" : state() + "since " + since);
    }
    return words;
  }

  private String state() {
    return facts.ok() ? "OK " : facts.withoutData() ? "no data " : "";
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

  /** True when title and summary say all that the reason does. */
  private boolean reasonIsUnderstood() {
    String reason = facts.reason();
    return reason.isEmpty()
        || StateReason.parse(reason).newest().isPresent()
        || !facts.children().isEmpty() && reason.contains(" transitioned to ");
  }
}
