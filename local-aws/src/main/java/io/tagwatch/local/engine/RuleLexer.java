package io.tagwatch.local.engine;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits an alarm rule into parentheses, words, and texts in double quotes, where a backslash takes
 * the next character as it is. A word ends at a blank or a parenthesis, so names with those must be
 * quoted.
 */
final class RuleLexer {

  /** What a token is. */
  enum Kind {
    OPEN,
    CLOSE,
    WORD,
    QUOTED,
    END
  }

  /**
   * One token.
   *
   * @param text the word, or what stands between the quotes
   * @param at where it begins, counted from 0 as CloudWatch does
   */
  record Token(Kind kind, String text, int at) {

    boolean is(String word) {
      return kind == Kind.WORD && text.equals(word);
    }
  }

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
    while (at < rule.length() && Character.isWhitespace(rule.charAt(at))) {
      at++;
    }
    int start = at;
    if (at == rule.length()) {
      return new Token(Kind.END, "", start);
    }
    return switch (rule.charAt(at++)) {
      case '(' -> new Token(Kind.OPEN, "(", start);
      case ')' -> new Token(Kind.CLOSE, ")", start);
      case '"' -> new Token(Kind.QUOTED, quoted(start), start);
      default -> new Token(Kind.WORD, word(start), start);
    };
  }

  private String quoted(int start) {
    StringBuilder text = new StringBuilder();
    while (at < rule.length() && rule.charAt(at) != '"') {
      boolean escape = rule.charAt(at) == '\\' && at + 1 < rule.length();
      text.append(rule.charAt(escape ? at + 1 : at));
      at += escape ? 2 : 1;
    }
    if (at == rule.length()) {
      throw new InvalidDefinition(
          "Error in AlarmRule [Missing closing quote for '\"' at char " + start + "]");
    }
    at++;
    return text.toString();
  }

  private String word(int start) {
    while (at < rule.length() && inWord(rule.charAt(at))) {
      at++;
    }
    return rule.substring(start, at);
  }

  private static boolean inWord(char c) {
    return c != '(' && c != ')' && !Character.isWhitespace(c);
  }
}
