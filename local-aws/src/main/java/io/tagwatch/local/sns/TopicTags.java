package io.tagwatch.local.sns;

import io.tagwatch.local.protocol.Params;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads, checks and shows the tags of topics. */
final class TopicTags {
  private TopicTags() {}

  static Map<String, String> read(Params params) {
    Map<String, String> tags = new LinkedHashMap<>();
    for (Params each : params.structures("Tags")) {
      each.heeding(Set.of("Key", "Value"));
      String key =
          each.text("Key")
              .filter(text -> !text.isEmpty())
              .orElseThrow(() -> SnsFaults.invalid("Tags", "Tag keys must not be empty"));
      if (tags.put(key, each.text("Value").orElse("")) != null) {
        throw SnsFaults.invalid("Duplicated keys are not allowed.");
      }
    }
    requireFew(tags);
    return tags;
  }

  static void requireFew(Map<String, String> tags) {
    if (tags.size() > SnsLimits.TAGS_PER_TOPIC) {
      throw SnsFaults.tooManyTags();
    }
  }

  static List<Map<String, String>> shown(Map<String, String> tags) {
    return new TreeMap<>(tags)
        .entrySet().stream()
            .map(each -> Map.of("Key", each.getKey(), "Value", each.getValue()))
            .toList();
  }
}
