package io.tagwatch.local.dynamodb;

import io.tagwatch.local.protocol.AwsFault;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Condition expressions: comparisons, {@code attribute_exists}, {@code attribute_not_exists},
 * {@code AND}, {@code OR}, {@code NOT} and parentheses. See "Condition and filter expressions,
 * operators, and functions" in the developer guide; other functions are refused. Not thread-safe.
 */
final class ConditionParser {
  private static final Pattern TOKEN =
      Pattern.compile("\\s*(<>|<=|>=|[=<>()]|[#:]?[A-Za-z_][A-Za-z0-9_]*)");
  private static final Set<String> OPERATORS = Set.of("=", "<>", "<", "<=", ">", ">=");

  private final Map<String, String> names;
  private final Map<String, Attribute> values;
  private final Set<String> used = new HashSet<>();
  private final List<String> tokens = new ArrayList<>();
  private int next;

  private ConditionParser(String text, Map<String, String> names, Map<String, Attribute> values) {
    this.names = names;
    this.values = values;
    Matcher token = TOKEN.matcher(text);
    int end = 0;
    while (token.find() && token.start() == end) {
      tokens.add(token.group(1));
      end = token.end();
    }
    if (!text.substring(end).isBlank()) {
      throw invalid("Syntax error; token: \"" + text.substring(end).strip() + "\"");
    }
  }

  /**
   * Reads an expression.
   *
   * @param names for what begins with {@code #}
   * @param values for what begins with {@code :}; all names and values must be used
   */
  static Condition parse(String text, Map<String, String> names, Map<String, Attribute> values) {
    ConditionParser parser = new ConditionParser(text, names, values);
    Condition condition = parser.either();
    if (parser.next < parser.tokens.size()) {
      throw invalid("Syntax error; token: \"" + parser.tokens.get(parser.next) + "\"");
    }
    parser.rejectUnused("ExpressionAttributeNames", names.keySet());
    parser.rejectUnused("ExpressionAttributeValues", values.keySet());
    return condition;
  }

  private void rejectUnused(String where, Set<String> keys) {
    for (String key : keys) {
      if (!used.contains(key)) {
        throw DynamoDbFaults.invalid(
            "Value provided in " + where + " unused in expressions: keys: {" + key + "}");
      }
    }
  }

  private Condition either() {
    Condition left = both();
    while (takes("OR")) {
      Condition one = left;
      Condition two = both();
      left = item -> one.holds(item) || two.holds(item);
    }
    return left;
  }

  private Condition both() {
    Condition left = single();
    while (takes("AND")) {
      Condition one = left;
      Condition two = single();
      left = item -> one.holds(item) && two.holds(item);
    }
    return left;
  }

  private Condition single() {
    if (takes("NOT")) {
      Condition inner = single();
      return item -> !inner.holds(item);
    }
    if (takes("(")) {
      Condition inner = either();
      expect(")");
      return inner;
    }
    return next + 1 < tokens.size() && tokens.get(next + 1).equals("(") ? function() : comparison();
  }

  private Condition function() {
    String name = token();
    expect("(");
    Condition.Operand path = operand();
    expect(")");
    return switch (name) {
      case "attribute_exists" -> item -> path.in(item).isPresent();
      case "attribute_not_exists" -> item -> path.in(item).isEmpty();
      default -> throw DynamoDbFaults.notModelled("the function " + name);
    };
  }

  private Condition comparison() {
    Condition.Operand left = operand();
    String operator = token();
    if (!OPERATORS.contains(operator)) {
      throw invalid("Syntax error; token: \"" + operator + "\"");
    }
    return Condition.comparing(left, operator, operand());
  }

  private Condition.Operand operand() {
    String token = token();
    used.add(token);
    if (token.startsWith(":")) {
      Attribute value = values.get(token);
      if (value == null) {
        throw invalid("An expression attribute value used in expression is not defined: " + token);
      }
      return item -> Optional.of(value);
    }
    String name = token.startsWith("#") ? names.get(token) : token;
    if (name == null) {
      throw invalid("An expression attribute name used in the expression is not defined: " + token);
    }
    return item -> Optional.ofNullable(item.get(name));
  }

  private boolean takes(String word) {
    boolean there = next < tokens.size() && tokens.get(next).toUpperCase(Locale.ROOT).equals(word);
    next += there ? 1 : 0;
    return there;
  }

  private void expect(String word) {
    if (!takes(word)) {
      throw invalid("Syntax error; expected \"" + word + "\"");
    }
  }

  private String token() {
    if (next >= tokens.size()) {
      throw invalid("Syntax error; token: <EOF>");
    }
    return tokens.get(next++);
  }

  private static AwsFault invalid(String problem) {
    return DynamoDbFaults.invalid("Invalid ConditionExpression: " + problem);
  }
}
