package io.tagwatch.local.ec2;

import io.tagwatch.local.protocol.Params;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads and checks tags. See "Tag restrictions" in the EC2 user guide. */
final class TagMembers {
  private static final Set<String> TAG = Set.of("Key", "Value");

  private TagMembers() {}

  /** The tags that RunInstances gives to instances. */
  static Map<String, String> ofLaunch(Params params) {
    List<Params> specifications = params.structures("TagSpecification");
    for (Params each : specifications) {
      String type = each.heeding(Set.of("ResourceType", "Tag")).text("ResourceType").orElse("");
      if (!type.equals("instance")) {
        throw Ec2Faults.invalid(
            "'"
                + type
                + "' is not a taggable resource type for this operation in the embedded cloud; "
                + "it takes 'instance'.");
      }
    }
    return read(specifications.stream().flatMap(each -> each.structures("Tag").stream()).toList());
  }

  /** Tags to set. A value that is not given is empty. */
  static Map<String, String> read(List<Params> tags) {
    Map<String, String> result = new TreeMap<>();
    for (Params each : tags) {
      each.heeding(TAG);
      String key = each.text("Key").orElse("");
      String value = each.text("Value").orElse("");
      check(key, value);
      if (result.put(key, value) != null) {
        throw Ec2Faults.invalid("Duplicate tag key '" + key + "' specified.");
      }
    }
    requireFew(result);
    return result;
  }

  static void requireFew(Map<String, String> tags) {
    if (tags.size() > Ec2Limits.TAGS_PER_RESOURCE) {
      throw Ec2Faults.tooManyTags();
    }
  }

  private static void check(String key, String value) {
    if (key.isEmpty()) {
      throw Ec2Faults.invalid("Tag keys must not be empty.");
    }
    requireFree(key);
    if (characters(key) > Ec2Limits.TAG_KEY_CHARACTERS) {
      throw Ec2Faults.invalid(
          "key", key, "Tag keys may not exceed " + Ec2Limits.TAG_KEY_CHARACTERS + " characters.");
    }
    if (characters(value) > Ec2Limits.TAG_VALUE_CHARACTERS) {
      throw Ec2Faults.invalid(
          "value",
          value,
          "Tag values may not exceed " + Ec2Limits.TAG_VALUE_CHARACTERS + " characters.");
    }
  }

  /** Refuses keys that only AWS itself may set or delete. */
  static void requireFree(String key) {
    if (key.toLowerCase(Locale.ROOT).startsWith("aws:")) {
      throw Ec2Faults.invalid(
          "key", key, "Tag keys starting with 'aws:' are reserved for internal use");
    }
  }

  private static int characters(String text) {
    return text.codePointCount(0, text.length());
  }
}
