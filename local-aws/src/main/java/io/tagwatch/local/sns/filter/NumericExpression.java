package io.tagwatch.local.sns.filter;

import static io.tagwatch.local.sns.filter.PolicyCompiler.refusal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;

/** Reads the list of a numeric match, such as {@code [">", 0, "<=", 100]}. */
final class NumericExpression {
  private NumericExpression() {}

  /** Called at the start of the list, returns at its end. */
  static Rule read(JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      throw refusal(parser, "Value of numeric must be an array.");
    }
    if (parser.nextToken() != JsonToken.VALUE_STRING) {
      throw refusal(parser, "Invalid member in numeric match: " + parser.getText());
    }
    String operator = parser.getText();
    return switch (operator) {
      case "=" -> {
        Rule equal = new Rule.ExactNumber(number(parser, "equals"));
        requireEnd(parser, "Too many elements in numeric expression");
        yield equal;
      }
      case "<", "<=" -> {
        BigDecimal top = number(parser, operator);
        requireEnd(parser, "Too many elements in numeric expression");
        yield new Rule.Range(null, false, top, operator.equals("<="));
      }
      case ">", ">=" -> fromBottom(parser, operator);
      default -> {
        parser.nextToken();
        throw refusal(parser, "Unrecognized numeric range operator: " + operator);
      }
    };
  }

  private static Rule fromBottom(JsonParser parser, String operator) throws IOException {
    BigDecimal bottom = number(parser, operator);
    boolean included = operator.equals(">=");
    JsonToken next = parser.nextToken();
    if (next == JsonToken.END_ARRAY) {
      return new Rule.Range(bottom, included, null, false);
    }
    if (next != JsonToken.VALUE_STRING) {
      throw refusal(parser, "Bad value in numeric range: " + parser.getText());
    }
    String upper = parser.getText();
    if (!upper.equals("<") && !upper.equals("<=")) {
      throw refusal(parser, "Bad numeric range operator: " + upper);
    }
    BigDecimal top = number(parser, upper);
    boolean ended = parser.nextToken() == JsonToken.END_ARRAY;
    if (bottom.compareTo(top) >= 0) {
      throw refusal(parser, "Bottom must be less than top");
    }
    if (!ended) {
      throw refusal(parser, "Too many terms in numeric range expression");
    }
    return new Rule.Range(bottom, included, top, upper.equals("<="));
  }

  private static BigDecimal number(JsonParser parser, String operator) throws IOException {
    JsonToken token = parser.nextToken();
    if (token == null || !token.isNumeric()) {
      throw refusal(parser, "Value of " + operator + " must be numeric");
    }
    return parser.getDecimalValue();
  }

  private static void requireEnd(JsonParser parser, String otherwise) throws IOException {
    if (parser.nextToken() != JsonToken.END_ARRAY) {
      throw refusal(parser, otherwise);
    }
  }
}
