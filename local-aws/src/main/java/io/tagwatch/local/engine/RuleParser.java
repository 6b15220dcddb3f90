package io.tagwatch.local.engine;

import java.util.List;

/** Reads an alarm rule by recursive descent. NOT binds tightest, then AND, then OR. */
final class RuleParser {
  /** Deeper nesting is refused rather than risking the stack. */
  private static final int DEEPEST = 500;

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
    if (parser.peek() != RuleLexer.Kind.END) {
      throw parser.unexpected("AND or OR");
    }
    if (parser.elements > CompositeRule.MOST_ELEMENTS) {
      throw new InvalidDefinition(
          "AlarmRule must not have more than " + CompositeRule.MOST_ELEMENTS + " elements");
    }
    return node;
  }

  private RuleNode alternatives() {
    RuleNode left = conjunction();
    while (peek() == RuleLexer.Kind.OR) {
      at++;
      left = new RuleNode.Or(left, conjunction());
    }
    return left;
  }

  private RuleNode conjunction() {
    RuleNode left = negation();
    while (peek() == RuleLexer.Kind.AND) {
      at++;
      left = new RuleNode.And(left, negation());
    }
    return left;
  }

  private RuleNode negation() {
    if (++depth > DEEPEST) {
      throw CompositeRule.invalid("nested too deep", tokens.get(at).position());
    }
    try {
      if (peek() != RuleLexer.Kind.NOT) {
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
    switch (peek()) {
      case CHILD, CONSTANT -> {
        return tokens.get(at++).node();
      }
      case OPEN -> {
        at++;
        RuleNode inner = alternatives();
        if (peek() != RuleLexer.Kind.CLOSE) {
          throw unexpected("')'");
        }
        at++;
        return inner;
      }
      default ->
          throw unexpected("ALARM(...), OK(...), INSUFFICIENT_DATA(...), TRUE, FALSE, NOT or '('");
    }
  }

  private RuleLexer.Kind peek() {
    return tokens.get(at).kind();
  }

  private InvalidDefinition unexpected(String expected) {
    return CompositeRule.invalid("expected " + expected, tokens.get(at).position());
  }
}
