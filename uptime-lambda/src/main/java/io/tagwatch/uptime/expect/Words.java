package io.tagwatch.uptime.expect;

/** The tokens of an expectation. Blanks between them do not count. */
final class Words {
  private final String text;
  private int position;

  Words(String text) {
    this.text = text;
  }

  boolean atEnd() {
    skipBlanks();
    return position >= text.length();
  }

  /** What is left, without outer blanks. */
  String rest() {
    return text.substring(position).strip();
  }

  int nextPosition() {
    skipBlanks();
    return position;
  }

  void moveTo(int target) {
    position = target;
  }

  /** A run of letters, digits, underscores and dashes. */
  String word() {
    return run(c -> Character.isLetterOrDigit(c) || c == '_' || c == '-');
  }

  /** An operator: a word, or a run of symbols. */
  String operator() {
    skipBlanks();
    String word = run(Character::isLetter);
    return word.isEmpty() ? run(c -> "=!<>~".indexOf(c) >= 0) : word;
  }

  /** The characters of a field name; see RFC 9110, section 5.1. */
  String headerName() {
    return run(c -> c < 128 && (Character.isLetterOrDigit(c) || "!#$%&'*+-.^_`|~".indexOf(c) >= 0));
  }

  /** A value without quotes: up to a blank, a comma, two dots, or the end. */
  String plainValue() {
    skipBlanks();
    int start = position;
    while (position < text.length()
        && !Character.isWhitespace(text.charAt(position))
        && text.charAt(position) != ','
        && !text.startsWith("..", position)) {
      position++;
    }
    if (position == start) {
      throw new IllegalArgumentException(
          position >= text.length()
              ? "a value is missing at the end"
              : "a value is missing before \"" + rest() + '"');
    }
    return text.substring(start, position);
  }

  boolean take(String token) {
    skipBlanks();
    boolean there = text.startsWith(token, position);
    position += there ? token.length() : 0;
    return there;
  }

  boolean atQuote() {
    skipBlanks();
    return position < text.length() && text.charAt(position) == '"';
  }

  /** Text in double quotes; backslash escapes a quote or a backslash, and is itself otherwise. */
  String quoted() {
    StringBuilder result = new StringBuilder();
    for (int i = position + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        position = i + 1;
        return result.toString();
      }
      boolean escape =
          c == '\\' && i + 1 < text.length() && "\"\\".indexOf(text.charAt(i + 1)) >= 0;
      result.append(escape ? text.charAt(++i) : c);
    }
    throw new IllegalArgumentException("the quote in " + rest() + " is not closed; end it with \"");
  }

  private String run(java.util.function.IntPredicate wanted) {
    skipBlanks();
    int start = position;
    while (position < text.length() && wanted.test(text.charAt(position))) {
      position++;
    }
    return text.substring(start, position);
  }

  private void skipBlanks() {
    while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
      position++;
    }
  }
}
