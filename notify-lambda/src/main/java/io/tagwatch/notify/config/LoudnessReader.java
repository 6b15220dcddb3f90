package io.tagwatch.notify.config;

import io.tagwatch.common.config.Node;
import io.tagwatch.common.config.Section;
import io.tagwatch.notify.loudness.Flapping;
import io.tagwatch.notify.loudness.Loudness;
import io.tagwatch.notify.loudness.QuietHours;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * {@code quiet: {from: "22:00", to: "07:00", zone: Europe/Berlin, days: [mon, tue]}} and {@code
 * flapping: {changes: 6, within: 10m}} of one channel. Zone is UTC and days are all by default.
 */
final class LoudnessReader {
  private static final int FEWEST_CHANGES = 2;
  private static final int MOST_CHANGES = 100;
  private static final Duration LONGEST_WINDOW = Duration.ofHours(1);

  private LoudnessReader() {}

  static Loudness read(Section channel) {
    boolean plain = channel.node("quiet").isEmpty() && channel.node("flapping").isEmpty();
    return plain
        ? Loudness.FULL
        : new Loudness(
            channel.section("quiet").flatMap(LoudnessReader::quiet),
            channel.section("flapping").flatMap(LoudnessReader::flapping));
  }

  private static Optional<QuietHours> quiet(Section section) {
    Optional<LocalTime> from = time(section, "from");
    Optional<LocalTime> to = time(section, "to");
    ZoneId zone = zone(section);
    Set<DayOfWeek> days = days(section);
    section.rejectUnknownKeys();
    if (from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    if (from.equals(to) && days.size() == DayOfWeek.values().length) {
      section
          .problems()
          .add(section.place(), "would never end; write another \"to\", or fewer \"days\"");
      return Optional.empty();
    }
    return Optional.of(new QuietHours(from.get(), to.get(), zone, days));
  }

  private static Optional<LocalTime> time(Section section, String key) {
    Optional<String> text = section.requiredText(key);
    try {
      return text.map(LocalTime::parse);
    } catch (DateTimeException e) {
      problem(section, key, text.get(), "is not a time of day; write \"22:00\" in quotes");
      return Optional.empty();
    }
  }

  private static ZoneId zone(Section section) {
    Optional<String> text = section.text("zone");
    try {
      return text.isPresent() ? ZoneId.of(text.get()) : ZoneOffset.UTC;
    } catch (DateTimeException e) {
      problem(section, "zone", text.get(), "is not a time zone; write Europe/Berlin or UTC");
      return ZoneOffset.UTC;
    }
  }

  private static void problem(Section section, String key, String text, String problem) {
    section.problems().add(section.node(key).orElseThrow(), '"' + text + "\" " + problem);
  }

  private static Set<DayOfWeek> days(Section section) {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    List<Node> items = section.items("days");
    for (Node item : items) {
      Optional<String> word = Section.asText(item, section.problems());
      Optional<DayOfWeek> day = word.flatMap(LoudnessReader::day);
      if (word.isPresent() && day.isEmpty()) {
        section
            .problems()
            .add(item, '"' + word.get() + "\" is not a day; write mon tue wed thu fri sat sun");
      }
      day.ifPresent(days::add);
    }
    section
        .node("days")
        .filter(node -> node instanceof Node.Items && items.isEmpty())
        .ifPresent(
            node ->
                section.problems().add(node, "is an empty list; leave out \"days\" for all days"));
    return days.isEmpty() ? EnumSet.allOf(DayOfWeek.class) : days;
  }

  private static Optional<DayOfWeek> day(String word) {
    return Arrays.stream(DayOfWeek.values())
        .filter(day -> day.name().substring(0, 3).toLowerCase(Locale.ROOT).equals(word))
        .findFirst();
  }

  private static Optional<Flapping> flapping(Section section) {
    OptionalInt changes = section.integer("changes", FEWEST_CHANGES, MOST_CHANGES);
    Optional<Duration> within = section.duration("within");
    for (String key : new String[] {"changes", "within"}) {
      section.require(key, "");
    }
    section.rejectUnknownKeys();
    if (within.isPresent() && within.get().compareTo(LONGEST_WINDOW) > 0) {
      section.problems().add(section.node("within").orElseThrow(), "is too long; write at most 1h");
      return Optional.empty();
    }
    return changes.isEmpty() || within.isEmpty()
        ? Optional.empty()
        : Optional.of(new Flapping(changes.getAsInt(), within.get()));
  }
}
