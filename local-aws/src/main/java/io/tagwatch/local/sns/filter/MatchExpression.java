package io.tagwatch.local.sns.filter;

import static io.tagwatch.local.sns.filter.PolicyCompiler.refusal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads one match expression of a policy, such as {@code {"prefix": "auto-"}}. */
final class MatchExpression {
  private MatchExpression() {}

  /** Called at the start of the object, returns at its end. */
  static Rule read(JsonParser parser) throws IOException {
    if (parser.nextToken() != JsonToken.FIELD_NAME) {
      throw refusal(parser, "Match expression is empty");
    }
    String type = parser.currentName();
    parser.nextToken();
    Rule rule =
        switch (type) {
          case "prefix" -> new Rule.Prefix(text(parser, type));
          case "suffix" -> new Rule.Suffix(text(parser, type));
          case "equals-ignore-case" -> new Rule.IgnoringCase(text(parser, type));
          case "anything-but" -> anythingBut(parser);
          case "numeric" -> NumericExpression.read(parser);
          case "exists" -> exists(parser);
          case "cidr" -> block(parser);
          default -> throw refusal(parser, "Unrecognized match type " + type);
        };
    requireEnd(parser);
    return rule;
  }

  private static void requireEnd(JsonParser parser) throws IOException {
    if (parser.nextToken() != JsonToken.END_OBJECT) {
      throw refusal(parser, "Only one key allowed in match expression");
    }
  }

  private static String text(JsonParser parser, String type) throws IOException {
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      throw refusal(parser, type + " match pattern must be a string");
    }
    return parser.getText();
  }

  private static Rule exists(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case VALUE_TRUE -> new Rule.Exists(true);
      case VALUE_FALSE -> new Rule.Exists(false);
      default -> throw refusal(parser, "exists match pattern must be either true or false.");
    };
  }

  private static Rule block(JsonParser parser) throws IOException {
    String text = text(parser, "cidr");
    return AddressBlock.parse(text)
        .map(Rule.InBlock::new)
        .orElseThrow(() -> refusal(parser, "Malformed CIDR: " + text));
  }

  private static Rule anythingBut(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> anythingButPattern(parser);
      case START_ARRAY -> anythingButList(parser);
      case VALUE_STRING -> new Rule.AnythingBut(List.of(new Rule.ExactText(parser.getText())));
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
          new Rule.AnythingBut(List.of(new Rule.ExactNumber(parser.getDecimalValue())));
      default ->
          throw refusal(
              parser, "Value of anything-but must be an array or single string/number value.");
    };
  }

  private static Rule anythingButPattern(JsonParser parser) throws IOException {
    parser.nextToken();
    String pattern = parser.currentName();
    parser.nextToken();
    if (!"prefix".equals(pattern)) {
      throw refusal(parser, "Unsupported anything-but pattern: " + pattern);
    }
    Rule excluded = new Rule.Prefix(text(parser, pattern));
    requireEnd(parser);
    return new Rule.AnythingBut(List.of(excluded));
  }

  private static Rule anythingButList(JsonParser parser) throws IOException {
    List<Rule> excluded = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      switch (parser.currentToken()) {
        case VALUE_STRING -> excluded.add(new Rule.ExactText(parser.getText()));
        case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
            excluded.add(new Rule.ExactNumber(parser.getDecimalValue()));
        default ->
            throw refusal(parser, "Inside anything but list, start|null|boolean is not supported.");
      }
    }
    if (excluded.stream().map(Object::getClass).distinct().count() != 1) {
      throw refusal(
          parser,
          "Inside anything but list, either all values are number or string, mixed type is not "
              + "supported");
    }
    return new Rule.AnythingBut(excluded);
  }
}
