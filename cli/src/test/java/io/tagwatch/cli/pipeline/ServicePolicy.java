package io.tagwatch.cli.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * A queue's or topic's policy, asked whether a service may do something for one of the account's
 * resources. Knows the conditions that are used: {@code aws:SourceArn} and {@code
 * aws:SourceAccount}.
 */
final class ServicePolicy {
  private final JsonNode statements;

  ServicePolicy(JsonNode policy) {
    this.statements = policy.path("Statement");
  }

  /** Whether the service may, in the name of the resource with this ARN. */
  boolean allows(String service, String action, String sourceArn) {
    for (JsonNode statement : statements) {
      if (has(statement.path("Principal").path("Service"), service)
          && has(statement.path("Action"), action)
          && holds(statement.path("Condition"), sourceArn)) {
        return true;
      }
    }
    return false;
  }

  private static boolean holds(JsonNode conditions, String sourceArn) {
    for (JsonNode test : conditions) {
      for (Map.Entry<String, JsonNode> condition : test.properties()) {
        String actual =
            switch (condition.getKey()) {
              case "aws:SourceArn" -> sourceArn;
              case "aws:SourceAccount" -> sourceArn.split(":", -1)[4];
              default -> throw new AssertionError("not modelled: " + condition.getKey());
            };
        if (!has(condition.getValue(), actual)) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean has(JsonNode oneOrMany, String value) {
    if (oneOrMany.isTextual()) {
      return oneOrMany.asText().equals(value);
    }
    for (JsonNode one : oneOrMany) {
      if (one.asText().equals(value)) {
        return true;
      }
    }
    return false;
  }
}
