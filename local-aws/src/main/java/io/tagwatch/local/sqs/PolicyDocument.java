package io.tagwatch.local.sqs;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Optional;

/** The JSON documents that some attributes hold. */
final class PolicyDocument {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private PolicyDocument() {}

  /** The object in the text; empty when it holds anything else. */
  static Optional<JsonNode> parse(String text) {
    try {
      return Optional.ofNullable(JSON.readTree(text)).filter(JsonNode::isObject);
    } catch (JacksonException notJson) {
      return Optional.empty();
    }
  }
}
