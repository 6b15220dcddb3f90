package io.tagwatch.local.sns.filter;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;

/** Which messages a subscription wants. Immutable. */
public final class FilterPolicy {
  /** See "Filter policy constraints in Amazon SNS". */
  private static final int KEYS = 5;

  /** See "Filter policy constraints in Amazon SNS". */
  private static final int COMBINATIONS = 150;

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final Group group;

  private FilterPolicy(Group group) {
    this.group = group;
  }

  /**
   * Reads a policy.
   *
   * @param json an object of properties, each with a list of values or (in a policy on bodies) a
   *     nested object
   * @throws FilterPolicyException with the sentence of the service
   */
  public static FilterPolicy compile(String json) throws FilterPolicyException {
    Group group = new PolicyCompiler(json).compile();
    if (group.fields().size() > KEYS) {
      throw new FilterPolicyException("Filter policy can not have more than " + KEYS + " keys");
    }
    if (group.combinations(1) > COMBINATIONS) {
      throw new FilterPolicyException("Filter policy is too complex");
    }
    return new FilterPolicy(group);
  }

  /** Whether it reaches into objects, which only message bodies have. */
  public boolean nested() {
    return group.nested();
  }

  /** Whether a message with these attributes is wanted. */
  public boolean wantsAttributes(Map<String, FilteredAttribute> attributes) {
    return group.matches(AttributeTree.of(attributes));
  }

  /** Whether a message with this body is wanted; what is not a JSON object never is. */
  public boolean wantsBody(String body) {
    try {
      JsonNode tree = JSON.readTree(body);
      return tree != null && tree.isObject() && group.matches(tree);
    } catch (JacksonException notJson) {
      return false;
    }
  }
}
