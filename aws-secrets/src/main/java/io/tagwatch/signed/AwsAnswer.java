package io.tagwatch.signed;

import io.tagwatch.common.config.JsonDocument;
import io.tagwatch.common.config.Node;
import io.tagwatch.common.config.Problems;
import java.util.Optional;

/** A JSON object that a service answered. */
public record AwsAnswer(Node.Fields fields) {

  /** Empty when the text is not a JSON object. */
  public static Optional<AwsAnswer> parse(String text) {
    Problems problems = new Problems("answer");
    return JsonDocument.parse(text, problems) instanceof Node.Fields fields
        ? Optional.of(new AwsAnswer(fields))
        : Optional.empty();
  }

  /** The text at the end of a path of keys. */
  public Optional<String> text(String... path) {
    Node node = fields;
    for (String key : path) {
      node = node instanceof Node.Fields members ? members.values().get(key) : null;
    }
    return node instanceof Node.Text text ? Optional.of(text.value()) : Optional.empty();
  }

  /** The error code of a failed call: the end of {@code __type}; empty when there is none. */
  public String errorCode() {
    String type = text("__type").or(() -> text("code")).orElse("");
    return type.substring(type.lastIndexOf('#') + 1);
  }

  @Override
  public String toString() {
    return "(answer)";
  }
}
