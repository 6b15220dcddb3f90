package io.tagwatch.local.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits a metric math expression into its words. */
final class MathLexer {

  /** What a word is. */
  enum Kind {
    NUMBER,
    NAME,
    TEXT,
    SYMBOL,
    END
  }

  /**
   * One word.
   *
   * @param position where it begins, counted from 1
   */
  record Token(Kind kind, String text, int position) {

    boolean is(String symbol) {
      return kind == Kind.SYMBOL && text.equals(symbol);
    }
  }

  private static final Pattern WORD =
      Pattern.compile(
          "\\s*(?:(?<number>(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][+-]?\\d+)?)"
              + "|(?<name>[A-Za-z][A-Za-z0-9_]*)"
              + "|\"(?<text>[^\"]*)\"|'(?<quoted>[^']*)'"
              + "|(?<symbol>==|!=|<=|>=|&&|\\|\\||[-+*/^<>(),\\[\\]]))");

  private MathLexer() {}

  static List<Token> split(String expression) {
    List<Token> tokens = new ArrayList<>();
    Matcher matcher = WORD.matcher(expression);
    int at = 0;
    while (!expression.substring(at).isBlank()) {
      if (!matcher.region(at, expression.length()).lookingAt()) {
        int bad = at + leadingBlanks(expression.substring(at));
        throw new InvalidDefinition(
            "unexpected character '" + expression.charAt(bad) + "' at position " + (bad + 1));
      }
      tokens.add(token(matcher));
      at = matcher.end();
    }
    tokens.add(new Token(Kind.END, "the end", expression.length() + 1));
    return tokens;
  }

  private static Token token(Matcher matcher) {
    if (matcher.group("number") != null) {
      return new Token(Kind.NUMBER, matcher.group("number"), matcher.start("number") + 1);
    }
    if (matcher.group("name") != null) {
      return new Token(Kind.NAME, matcher.group("name"), matcher.start("name") + 1);
    }
    if (matcher.group("symbol") != null) {
      return new Token(Kind.SYMBOL, matcher.group("symbol"), matcher.start("symbol") + 1);
    }
    String group = matcher.group("text") != null ? "text" : "quoted";
    return new Token(Kind.TEXT, matcher.group(group), matcher.start(group));
  }

  private static int leadingBlanks(String text) {
    return text.length() - text.stripLeading().length();
  }
}
