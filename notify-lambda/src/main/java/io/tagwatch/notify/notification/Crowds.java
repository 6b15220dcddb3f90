package io.tagwatch.notify.notification;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A digest at a glance: {@code 🔴 status-check: 30 servers — web-1, web-2, web-3 and 27 more}. Only
 * what several alarms share is worth a line; each alarm has its own line below.
 */
final class Crowds {
  private static final int MOST_LINES = 5;
  private static final int NAMED = 3;

  /** Code points of one subject. */
  private static final int LONGEST = 40;

  private record Crowd(Look look, String rule) {}

  private Crowds() {}

  /** A line for each kind of alarm that several have, the largest first; may be empty. */
  static String lines(List<Notification> parts) {
    Map<Crowd, List<Tally>> crowds = new LinkedHashMap<>();
    for (Notification part : parts) {
      Optional<Tally> tally = part.tally();
      if (tally.isPresent() && !tally.get().subject().isBlank()) {
        crowds
            .computeIfAbsent(new Crowd(part.look(), tally.get().rule()), crowd -> new ArrayList<>())
            .add(tally.get());
      }
    }
    List<String> lines = new ArrayList<>();
    crowds.entrySet().stream()
        .filter(crowd -> crowd.getValue().size() > 1)
        .sorted(Comparator.comparing(crowd -> -crowd.getValue().size()))
        .limit(MOST_LINES)
        .forEach(crowd -> lines.add(line(crowd.getKey(), crowd.getValue())));
    return String.join("\n", lines);
  }

  private static String line(Crowd crowd, List<Tally> tallies) {
    String start = crowd.look().icon() + " " + shortened(crowd.rule()) + ": ";
    List<String> subjects = tallies.stream().map(tally -> shortened(tally.subject())).toList();
    if (subjects.size() <= NAMED + 1) {
      return start + String.join(", ", subjects);
    }
    String noun = tallies.stream().allMatch(Tally::server) ? " servers — " : " alarms — ";
    return start
        + subjects.size()
        + noun
        + String.join(", ", subjects.subList(0, NAMED))
        + " and "
        + (subjects.size() - NAMED)
        + " more";
  }

  static String shortened(String text) {
    return text.codePointCount(0, text.length()) <= LONGEST
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)) + "…";
  }
}
