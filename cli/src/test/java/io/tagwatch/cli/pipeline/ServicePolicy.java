package io.tagwatch.cli.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * A policy of a queue, a topic or a key, asked whether a service may do something. A condition on
 * what the service does not send along never holds, unless its test ends with {@code IfExists}.
 */
final class ServicePolicy {
  private final JsonNode statements;

  ServicePolicy(JsonNode policy) {
    this.statements = policy.path("Statement");
  }

  /**
   * @param sent what AWS knows of the request, by condition key, such as {@code aws:SourceArn}
   */
  boolean allows(String service, String action, Map<String, String> sent) {
    for (JsonNode statement : statements) {
      if (has(statement.path("Principal").path("Service"), service)
          && has(statement.path("Action"), action)
          && holds(statement.path("Condition"), sent)) {
        return true;
      }
    }
    return false;
  }

  private static boolean holds(JsonNode conditions, Map<String, String> sent) {
    for (Map.Entry<String, JsonNode> test : conditions.properties()) {
      boolean mayBeMissing = test.getKey().endsWith("IfExists");
      for (Map.Entry<String, JsonNode> condition : test.getValue().properties()) {
        String actual = sent.get(condition.getKey());
        if (actual == null ? !mayBeMissing : !has(condition.getValue(), actual)) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean has(JsonNode oneOrMany, String value) {
    if (oneOrMany.isTextual()) {
      String pattern = oneOrMany.asText();
      return pattern.endsWith("*")
          ? value.startsWith(pattern.substring(0, pattern.length() - 1))
          : pattern.equals(value);
    }
    for (JsonNode one : oneOrMany) {
      if (has(one, value)) {
        return true;
      }
    }
    return false;
  }
}
