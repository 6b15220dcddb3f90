package io.tagwatch.local.engine;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits an alarm rule into its words. Between the parentheses after a state stands an alarm: in
 * double quotes, where a backslash takes the next character as it is, or bare up to the closing
 * parenthesis.
 */
final class RuleLexer {

  /** What a word is. */
  enum Kind {
    OPEN,
    CLOSE,
    AND,
    OR,
    NOT,
    CONSTANT,
    CHILD,
    END
  }

  /**
   * One word.
   *
   * @param node of a CONSTANT or CHILD
   * @param position where it begins, counted from 1
   */
  record Token(Kind kind, RuleNode node, int position) {}

  private final String rule;
  private int at;

  private RuleLexer(String rule) {
    this.rule = rule;
  }

  static List<Token> split(String rule) {
    RuleLexer lexer = new RuleLexer(rule);
    List<Token> tokens = new ArrayList<>();
    do {
      tokens.add(lexer.next());
    } while (tokens.getLast().kind() != Kind.END);
    return tokens;
  }

  private Token next() {
    skipBlanks();
    int start = at + 1;
    if (at == rule.length()) {
      return new Token(Kind.END, null, start);
    }
    char first = rule.charAt(at);
    if (first == '(' || first == ')') {
      at++;
      return new Token(first == '(' ? Kind.OPEN : Kind.CLOSE, null, start);
    }
    String word = word();
    return switch (word) {
      case "AND" -> new Token(Kind.AND, null, start);
      case "OR" -> new Token(Kind.OR, null, start);
      case "NOT" -> new Token(Kind.NOT, null, start);
      case "TRUE" -> new Token(Kind.CONSTANT, new RuleNode.Constant(true), start);
      case "FALSE" -> new Token(Kind.CONSTANT, new RuleNode.Constant(false), start);
      case "ALARM", "OK", "INSUFFICIENT_DATA" ->
          new Token(Kind.CHILD, new RuleNode.Child(AlarmState.valueOf(word), alarm(word)), start);
      default -> throw CompositeRule.invalid("unexpected '" + shown(word) + "'", start);
    };
  }

  private String word() {
    int start = at;
    while (at < rule.length() && (Character.isLetter(rule.charAt(at)) || rule.charAt(at) == '_')) {
      at++;
    }
    return rule.substring(start, at);
  }

  private String shown(String word) {
    return word.isEmpty() ? String.valueOf(rule.charAt(at)) : word;
  }

  private String alarm(String state) {
    skipBlanks();
    if (at == rule.length() || rule.charAt(at) != '(') {
      throw CompositeRule.invalid("expected '(' after " + state, at + 1);
    }
    at++;
    skipBlanks();
    int start = at + 1;
    String alarm = at < rule.length() && rule.charAt(at) == '"' ? quoted() : bare();
    if (at == rule.length() || rule.charAt(at) != ')') {
      throw CompositeRule.invalid("expected ')' after the name of an alarm", at + 1);
    }
    at++;
    if (alarm.isEmpty()) {
      throw CompositeRule.invalid("expected the name or ARN of an alarm", start);
    }
    return alarm;
  }

  private String quoted() {
    int start = at + 1;
    StringBuilder name = new StringBuilder();
    for (at++; at < rule.length() && rule.charAt(at) != '"'; at++) {
      boolean escape = rule.charAt(at) == '\\' && at + 1 < rule.length();
      name.append(rule.charAt(escape ? ++at : at));
    }
    if (at >= rule.length()) {
      throw CompositeRule.invalid("missing closing quote", start);
    }
    at++;
    skipBlanks();
    return name.toString();
  }

  private String bare() {
    int start = at;
    while (at < rule.length() && rule.charAt(at) != ')') {
      at++;
    }
    return rule.substring(start, at).strip();
  }

  private void skipBlanks() {
    while (at < rule.length() && Character.isWhitespace(rule.charAt(at))) {
      at++;
    }
  }
}
