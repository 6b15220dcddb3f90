package io.tagwatch.local.sqs;

import java.util.Locale;
import java.util.Map;

/** What cost allocation tags of a queue may be. See "Quotas related to queues". */
final class TagRules {
  private static final int KEY_CHARACTERS = 128;
  private static final int VALUE_CHARACTERS = 256;

  private TagRules() {}

  static void check(Map<String, String> tags) {
    if (tags.size() > SqsLimits.TAGS_PER_QUEUE) {
      throw SqsFaults.invalidParameter("Too many tags added for queue.");
    }
    tags.forEach(
        (key, value) -> {
          if (key.isEmpty() || key.length() > KEY_CHARACTERS) {
            throw SqsFaults.invalidParameter(
                "Tag keys must be between 1 and 128 characters in length.");
          }
          if (value.length() > VALUE_CHARACTERS) {
            throw SqsFaults.invalidParameter("Tag values may not exceed 256 characters in length.");
          }
          if (key.toLowerCase(Locale.ROOT).startsWith("aws:")) {
            throw SqsFaults.invalidParameter("System tags cannot be added/updated by requester.");
          }
        });
  }
}
