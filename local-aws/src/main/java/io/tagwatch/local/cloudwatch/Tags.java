package io.tagwatch.local.cloudwatch;

import io.tagwatch.local.protocol.Params;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tags, to and from the shapes of the API. */
final class Tags {
  private static final String RESERVED = "aws:";

  private Tags() {}

  /** By key; refused when there are too many, or when one is reserved or given twice. */
  static Map<String, String> read(Params owner) {
    Map<String, String> tags = new LinkedHashMap<>();
    for (Params tag : owner.structures("Tags")) {
      String key = tag.requiredText("Key");
      if (key.startsWith(RESERVED)) {
        throw Faults.invalidValue("Tag keys starting with 'aws:' are reserved for AWS: " + key);
      }
      if (tags.put(key, tag.requiredText("Value")) != null) {
        throw Faults.invalidValue("The tag key " + key + " is given more than once.");
      }
    }
    checkNumber(tags);
    return tags;
  }

  static void checkNumber(Map<String, String> tags) {
    if (tags.size() > Limits.TAGS) {
      throw Faults.invalidValue("A resource can have at most " + Limits.TAGS + " tags.");
    }
  }

  /** As {@code [{"Key": ..., "Value": ...}]}. */
  static List<Map<String, Object>> described(Map<String, String> tags) {
    List<Map<String, Object>> result = new ArrayList<>();
    tags.forEach((key, value) -> result.add(Map.of("Key", key, "Value", value)));
    return result;
  }
}
