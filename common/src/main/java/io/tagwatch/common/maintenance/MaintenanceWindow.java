package io.tagwatch.common.maintenance;

import io.tagwatch.common.config.Durations;
import io.tagwatch.common.config.Node;
import io.tagwatch.common.config.Section;
import io.tagwatch.common.config.Suggestion;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * A time that comes again and again.
 *
 * @param cron when it starts
 * @param duration whole minutes, up to seven days
 * @param zone of the start; default UTC
 */
record MaintenanceWindow(Cron cron, Duration duration, ZoneId zone) {
  private static final Duration LONGEST = Duration.ofDays(7);
  private static final String FORM = "{cron: \"0 2 * * SUN\", duration: 2h, zone: Europe/Berlin}";

  /** Reads {@code {cron: "0 2 * * SUN", duration: 2h, zone: Europe/Berlin}}; mistakes are told. */
  static Optional<MaintenanceWindow> read(Node node, io.tagwatch.common.config.Problems problems) {
    if (!(node instanceof Node.Fields)) {
      problems.add(node, node.describe() + " is no maintenance window; write " + FORM);
      return Optional.empty();
    }
    return Section.of(node, problems).flatMap(MaintenanceWindow::read);
  }

  private static Optional<MaintenanceWindow> read(Section section) {
    Optional<Cron> cron = section.requiredText("cron").flatMap(text -> cron(text, section));
    Optional<Duration> duration = duration(section);
    Optional<ZoneId> zone =
        section.node("zone").isEmpty()
            ? Optional.of(ZoneId.of("UTC"))
            : section.text("zone").flatMap(text -> zone(text, section));
    section.rejectUnknownKeys();
    return cron.flatMap(c -> duration.flatMap(d -> zone.map(z -> new MaintenanceWindow(c, d, z))));
  }

  private static Optional<Cron> cron(String text, Section section) {
    try {
      return Optional.of(Cron.parse(text));
    } catch (CronField.Fault fault) {
      section.problems().add(section.node("cron").orElseThrow(), fault.getMessage());
      return Optional.empty();
    }
  }

  private static Optional<Duration> duration(Section section) {
    if (section.node("duration").isEmpty()) {
      section.problems().add(section.place(), "needs the key \"duration\", such as 2h");
    }
    Optional<Duration> duration = section.duration("duration");
    boolean usable =
        duration
            .filter(d -> d.compareTo(LONGEST) <= 0)
            .filter(d -> d.toSeconds() > 0 && d.equals(Duration.ofMinutes(d.toMinutes())))
            .isPresent();
    if (duration.isPresent() && !usable) {
      section
          .problems()
          .add(
              section.node("duration").orElseThrow(),
              Durations.print(duration.get()) + " must be whole minutes, from 1m to 7d");
    }
    return duration.filter(d -> usable);
  }

  private static Optional<ZoneId> zone(String text, Section section) {
    try {
      return Optional.of(ZoneId.of(text));
    } catch (DateTimeException e) {
      section
          .problems()
          .add(
              section.node("zone").orElseThrow(),
              "\""
                  + text
                  + "\" is no time zone; write UTC, or a name such as Europe/Berlin"
                  + Suggestion.didYouMean(text, ZoneId.getAvailableZoneIds()));
      return Optional.empty();
    }
  }

  /**
   * True when it is open at some time from {@code from} to {@code to}, its last moment excluded.
   */
  boolean isOpen(Instant from, Instant to) {
    return !cron.between(from.minus(duration), to, zone).isEmpty();
  }

  /** The starts after {@code from}, up to {@code to}. */
  List<Instant> starts(Instant from, Instant to) {
    return cron.between(from, to, zone);
  }

  /** The ends after {@code from}, up to {@code to}. */
  List<Instant> ends(Instant from, Instant to) {
    return cron.between(from.minus(duration), to.minus(duration), zone).stream()
        .map(start -> start.plus(duration))
        .toList();
  }
}
