package io.tagwatch.cli.page.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All alarms on one value.
 *
 * @param key the value
 * @param levels the most severe first
 */
record WatchGroup(WatchKey key, List<MarkedAlarm> levels) {

  WatchGroup {
    levels = levels.stream().sorted(Comparator.comparing(MarkedAlarm::severity)).toList();
  }

  /** In the order in which they matter: what fires by mood and age, then what changed last. */
  static List<WatchGroup> of(List<MarkedAlarm> alarms) {
    Map<WatchKey, List<MarkedAlarm>> groups = new LinkedHashMap<>();
    for (MarkedAlarm alarm : alarms) {
      groups.computeIfAbsent(alarm.key(), key -> new ArrayList<>()).add(alarm);
    }
    return groups.entrySet().stream()
        .map(group -> new WatchGroup(group.getKey(), group.getValue()))
        .sorted(
            Comparator.comparing(WatchGroup::mood)
                .thenComparing(group -> group.mood().firing() ? group.since() : Instant.EPOCH)
                .thenComparing(WatchGroup::since, Comparator.reverseOrder())
                .thenComparing(group -> group.key().subject())
                .thenComparing(group -> group.key().alarm()))
        .toList();
  }

  /** The level that speaks: the worst that fires, else the most severe one. */
  MarkedAlarm speaker() {
    return levels.stream().min(Comparator.comparing(MarkedAlarm::mood)).orElseThrow();
  }

  Mood mood() {
    return speaker().mood();
  }

  Instant since() {
    return speaker().view().since();
  }
}
