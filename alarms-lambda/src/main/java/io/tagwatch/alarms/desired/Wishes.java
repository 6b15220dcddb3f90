package io.tagwatch.alarms.desired;

import io.tagwatch.alarms.rule.AlarmRule;
import io.tagwatch.alarms.rule.Settings;
import io.tagwatch.alarms.tag.ServerTags;
import io.tagwatch.alarms.tag.ServerTags.AlarmKey;
import io.tagwatch.alarms.tag.Wish;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The tags about one alarm or series, the nearest last.
 *
 * @param byKey that of the whole alarm, then that of the series
 */
record Wishes(Map<AlarmKey, Wish> byKey) {

  static Wishes of(ServerTags tags, AlarmRule rule, String series) {
    Map<AlarmKey, Wish> wishes = new LinkedHashMap<>();
    tags.wish(rule.name()).ifPresent(wish -> wishes.put(new AlarmKey(rule.name(), ""), wish));
    if (!series.isEmpty()) {
      tags.wish(rule.name(), series)
          .ifPresent(wish -> wishes.put(new AlarmKey(rule.name(), series), wish));
    }
    return new Wishes(wishes);
  }

  /** The nearest tag, if it switches the alarm off. */
  Optional<AlarmKey> offBy() {
    return byKey.entrySet().stream()
        .reduce((farther, nearer) -> nearer)
        .filter(entry -> entry.getValue().off())
        .map(Map.Entry::getKey);
  }

  /** The settings with everything that the tags name replaced. */
  Settings applyTo(Settings settings) {
    Settings result = settings;
    for (Wish wish : byKey.values()) {
      result = wish.applyTo(result);
    }
    return result;
  }

  /** The nearest tag that says something of the kind. */
  Optional<AlarmKey> lastThat(Predicate<Wish> says) {
    return byKey.entrySet().stream()
        .filter(entry -> says.test(entry.getValue()))
        .reduce((farther, nearer) -> nearer)
        .map(Map.Entry::getKey);
  }
}
