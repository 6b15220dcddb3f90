package io.tagwatch.local.sns;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The attributes of a topic that a caller may set. See SetTopicAttributes in the API reference. */
final class TopicAttribute {
  static final String SIGNATURE_VERSION = "SignatureVersion";

  private static final JsonMapper JSON = new JsonMapper();
  private static final Map<String, Predicate<String>> RULES =
      Map.of(
          "DisplayName",
          value -> value.length() <= SnsLimits.DISPLAY_NAME_CHARACTERS,
          "Policy",
          TopicAttribute::isJsonObject,
          "KmsMasterKeyId",
          value -> true,
          SIGNATURE_VERSION,
          Set.of("1", "2")::contains,
          "TracingConfig",
          Set.of("PassThrough", "Active")::contains);
  private static final Set<String> FIFO =
      Set.of("FifoTopic", "ContentBasedDeduplication", "FifoThroughputScope", "ArchivePolicy");

  private TopicAttribute() {}

  /** Refuses a name or a value that this cloud would not heed. */
  static void check(String name, String value) {
    if (FIFO.contains(name)) {
      if (!value.equals("false")) {
        throw SnsFaults.notModelled("Attributes", "a FIFO topic (" + name + ")");
      }
      return;
    }
    Predicate<String> rule = RULES.get(name);
    if (rule == null) {
      throw SnsFaults.notModelled("AttributeName", name);
    }
    if (!rule.test(value)) {
      throw SnsFaults.invalid("Attributes Reason: " + name + ": Invalid value [" + value + "]");
    }
  }

  /** Whether a topic keeps it; what says only "no FIFO topic" is not kept. */
  static boolean kept(String name) {
    return RULES.containsKey(name);
  }

  private static boolean isJsonObject(String value) {
    try {
      return JSON.readTree(value).isObject();
    } catch (JacksonException notJson) {
      return false;
    }
  }
}
