package io.tagwatch.local.engine;

import java.util.List;

/**
 * Reads an alarm rule by recursive descent. NOT binds tightest, then AND, then OR. Errors are
 * worded as CloudWatch words them: "Error in AlarmRule [Unsupported token 'x' at char 6, must be:
 * ')']".
 */
final class RuleParser {
  /** Deeper nesting is refused rather than risking the stack. */
  private static final int DEEPEST = 500;

  private static final String OPERAND =
      "'(', 'NOT', TRUE or FALSE, ALARM, OK, or INSUFFICIENT_DATA";

  private final List<RuleLexer.Token> tokens;
  private int at;
  private int depth;

  /** Children, constants and pairs of parentheses, as the limit counts them. */
  private int elements;

  private RuleParser(List<RuleLexer.Token> tokens) {
    this.tokens = tokens;
  }

  static RuleNode parse(String rule) {
    RuleParser parser = new RuleParser(RuleLexer.split(rule));
    RuleNode node = parser.alternatives();
    if (parser.peek().kind() != RuleLexer.Kind.END) {
      throw parser.unsupported("'AND' or 'OR'");
    }
    if (parser.elements > CompositeRule.MOST_ELEMENTS) {
      throw new InvalidDefinition(
          "AlarmRule must not have more than " + CompositeRule.MOST_ELEMENTS + " elements");
    }
    return node;
  }

  private RuleNode alternatives() {
    RuleNode left = conjunction();
    while (peek().is("OR")) {
      at++;
      left = new RuleNode.Or(left, conjunction());
    }
    return left;
  }

  private RuleNode conjunction() {
    RuleNode left = negation();
    while (peek().is("AND")) {
      at++;
      left = new RuleNode.And(left, negation());
    }
    return left;
  }

  private RuleNode negation() {
    if (++depth > DEEPEST) {
      throw new InvalidDefinition("AlarmRule must not be nested more than " + DEEPEST + " deep");
    }
    try {
      if (!peek().is("NOT")) {
        return primary();
      }
      at++;
      return new RuleNode.Not(negation());
    } finally {
      depth--;
    }
  }

  private RuleNode primary() {
    elements++;
    RuleLexer.Token token = peek();
    if (token.kind() == RuleLexer.Kind.OPEN) {
      at++;
      RuleNode inner = alternatives();
      close();
      return inner;
    }
    if (token.kind() != RuleLexer.Kind.WORD) {
      throw unsupported(OPERAND);
    }
    // The user guide writes both TRUE and False.
    if (token.text().equalsIgnoreCase("TRUE") || token.text().equalsIgnoreCase("FALSE")) {
      at++;
      return new RuleNode.Constant(token.text().equalsIgnoreCase("TRUE"));
    }
    return switch (token.text()) {
      case "ALARM", "OK", "INSUFFICIENT_DATA" -> {
        at++;
        yield child(AlarmState.valueOf(token.text()));
      }
      case "AT_LEAST" -> throw new InvalidDefinition("AT_LEAST in an AlarmRule is not modelled");
      default -> throw unsupported(OPERAND);
    };
  }

  private RuleNode child(AlarmState state) {
    if (peek().kind() != RuleLexer.Kind.OPEN) {
      throw unsupported("'('");
    }
    at++;
    RuleLexer.Token name = peek();
    boolean named = name.kind() == RuleLexer.Kind.WORD || name.kind() == RuleLexer.Kind.QUOTED;
    if (!named || name.text().isBlank()) {
      throw unsupported("the name or ARN of an alarm");
    }
    at++;
    close();
    return new RuleNode.Child(state, name.text());
  }

  private void close() {
    if (peek().kind() != RuleLexer.Kind.CLOSE) {
      throw unsupported("')'");
    }
    at++;
  }

  private RuleLexer.Token peek() {
    return tokens.get(at);
  }

  private InvalidDefinition unsupported(String expected) {
    RuleLexer.Token token = peek();
    String what =
        token.kind() == RuleLexer.Kind.END
            ? "Unexpected end of rule"
            : "Unsupported token '" + token.text() + "'";
    return new InvalidDefinition(
        "Error in AlarmRule [" + what + " at char " + token.at() + ", must be: " + expected + "]");
  }
}
