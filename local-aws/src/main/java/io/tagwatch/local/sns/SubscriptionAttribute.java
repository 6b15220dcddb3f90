package io.tagwatch.local.sns;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tagwatch.local.sns.filter.FilterPolicy;
import io.tagwatch.local.sns.filter.FilterPolicyException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The attributes of a subscription. See SetSubscriptionAttributes in the API reference. */
final class SubscriptionAttribute {
  static final String RAW = "RawMessageDelivery";
  static final String FILTER = "FilterPolicy";
  static final String SCOPE = "FilterPolicyScope";
  static final String REDRIVE = "RedrivePolicy";
  static final String ON_ATTRIBUTES = "MessageAttributes";
  static final String ON_BODY = "MessageBody";

  private static final JsonMapper JSON = new JsonMapper();
  private static final Set<String> KNOWN = Set.of(RAW, FILTER, SCOPE, REDRIVE);

  /** Before each sentence, in Subscribe. */
  static final String IN_SUBSCRIBE = "Attributes Reason: ";

  /** Before each sentence, in SetSubscriptionAttributes. */
  static final String BY_ITSELF = "";

  private SubscriptionAttribute() {}

  /**
   * The attributes after a change; empty values take theirs away.
   *
   * @param where how the service begins its sentences here
   */
  static Map<String, String> changed(
      Map<String, String> before, Map<String, String> changes, String where) {
    Map<String, String> after = new LinkedHashMap<>(before);
    changes.forEach(
        (name, value) -> {
          if (!KNOWN.contains(name)) {
            throw unknown(name, where);
          }
          check(name, value, where);
          after.put(name, value);
        });
    after.values().removeIf(String::isEmpty);
    requireFlatWhereNeeded(after, where);
    return after;
  }

  private static RuntimeException unknown(String name, String where) {
    return where.equals(IN_SUBSCRIBE)
        ? SnsFaults.invalid(where + "Unknown attribute: " + name)
        : SnsFaults.invalid("AttributeName");
  }

  private static void check(String name, String value, String where) {
    switch (name) {
      case RAW -> {
        if (!value.equals("true") && !value.equals("false")) {
          throw SnsFaults.invalid(
              where + RAW + ": Invalid value [" + value + "]. Must be true or false.");
        }
      }
      case SCOPE -> {
        if (!value.equals(ON_ATTRIBUTES) && !value.equals(ON_BODY)) {
          throw SnsFaults.invalid(
              where
                  + SCOPE
                  + ": Invalid value ["
                  + value
                  + "]. Please use either MessageBody or MessageAttributes");
        }
      }
      case REDRIVE -> deadLetterQueue(value, where);
      default -> filter(value, where);
    }
  }

  private static void requireFlatWhereNeeded(Map<String, String> attributes, String where) {
    boolean onAttributes = !ON_BODY.equals(attributes.get(SCOPE));
    if (onAttributes
        && filter(attributes.getOrDefault(FILTER, ""), where)
            .filter(FilterPolicy::nested)
            .isPresent()) {
      throw SnsFaults.invalid(
          "Filter policy scope MessageAttributes does not support nested filter policy");
    }
  }

  /** The policy in the text; empty text and the empty object are none. */
  static Optional<FilterPolicy> filter(String value, String where) {
    if (value.isEmpty() || value.replaceAll("\\s", "").equals("{}")) {
      return Optional.empty();
    }
    try {
      return Optional.of(FilterPolicy.compile(value));
    } catch (FilterPolicyException refused) {
      throw SnsFaults.invalid(where + FILTER + ": " + refused.getMessage());
    }
  }

  /** The ARN of the queue that takes what cannot be delivered; empty when none is set. */
  static Optional<String> deadLetterQueue(String value, String where) {
    if (value.isEmpty()) {
      return Optional.empty();
    }
    try {
      JsonNode target = JSON.readTree(value).path("deadLetterTargetArn");
      if (!target.asText().matches("arn:[^:]+:sqs:[^:]+:[^:]+:[^:]+")) {
        throw SnsFaults.invalid(where + REDRIVE + ": deadLetterTargetArn is an invalid arn");
      }
      return Optional.of(target.asText());
    } catch (JacksonException notJson) {
      throw SnsFaults.invalid(where + REDRIVE + ": failed to parse JSON. " + notJson.getMessage());
    }
  }
}
