package io.tagwatch.uptime.jsonpath;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the tokens of RFC 9535 from a text. */
final class Scanner {
  /** Indexes are limited to what a double holds exactly; see RFC 9535, section 2.1. */
  private static final long MAX_INDEX = (1L << 53) - 1;

  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

  private final String text;
  private int position;

  Scanner(String text, int position) {
    this.text = text;
    this.position = position;
  }

  int position() {
    return position;
  }

  void moveTo(int target) {
    position = target;
  }

  boolean atEnd() {
    return position >= text.length();
  }

  /** The next character, or 0 at the end. */
  char peek() {
    return atEnd() ? 0 : text.charAt(position);
  }

  boolean looksAt(String token) {
    return text.startsWith(token, position);
  }

  boolean take(String token) {
    if (!looksAt(token)) {
      return false;
    }
    position += token.length();
    return true;
  }

  void expect(String token) {
    if (!take(token)) {
      throw error("expected \"" + token + '"');
    }
  }

  void skipBlanks() {
    while (!atEnd() && " \t\n\r".indexOf(peek()) >= 0) {
      position++;
    }
  }

  JsonPathSyntaxException error(String message) {
    return new JsonPathSyntaxException(message, position);
  }

  boolean atNameStart() {
    return !atEnd() && isNameStart(text.codePointAt(position));
  }

  /** A member name without quotes. */
  String name() {
    int start = position;
    if (!atNameStart()) {
      throw error("expected a name");
    }
    while (!atEnd() && isNamePart(text.codePointAt(position))) {
      position += Character.charCount(text.codePointAt(position));
    }
    return text.substring(start, position);
  }

  /** A function name: lower-case letters, digits and underscores. */
  String functionName() {
    int start = position;
    while (!atEnd()
        && (isLower(peek()) || position > start && (peek() == '_' || isDigit(peek())))) {
      position++;
    }
    return text.substring(start, position);
  }

  /** An integer without leading zeros, if one stands here. */
  OptionalLong integer() {
    int start = position;
    boolean negative = take("-");
    int digits = position;
    while (isDigit(peek())) {
      position++;
    }
    if (position == digits) {
      position = start;
      return OptionalLong.empty();
    }
    boolean leadingZero = text.charAt(digits) == '0' && (position > digits + 1 || negative);
    if (leadingZero || position - digits > 16) {
      position = start;
      throw error("wrong integer");
    }
    long value = Long.parseLong(text.substring(start, position));
    if (Math.abs(value) > MAX_INDEX) {
      throw error("integer out of range");
    }
    return OptionalLong.of(value);
  }

  /** The text of a JSON number, if one stands here; {@code -0} is one. */
  String number() {
    Matcher matcher = NUMBER.matcher(text).region(position, text.length());
    if (!matcher.lookingAt()) {
      return "";
    }
    position = matcher.end();
    return matcher.group();
  }

  /** Text in single or double quotes; the opening one is next. */
  String quoted() {
    return new QuotedText(this).read();
  }

  /** The next characters, as many as there are up to {@code count}. */
  String ahead(int count) {
    return text.substring(position, Math.min(text.length(), position + count));
  }

  private static boolean isLower(char c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isNameStart(int point) {
    return point >= 'a' && point <= 'z'
        || point >= 'A' && point <= 'Z'
        || point == '_'
        || point >= 0x80 && (point < 0xD800 || point > 0xDFFF);
  }

  private static boolean isNamePart(int point) {
    return isNameStart(point) || point >= '0' && point <= '9';
  }
}
