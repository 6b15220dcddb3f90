package io.tagwatch.uptime.jsonpath;

/** Text in quotes with its escapes; see RFC 9535, section 2.3.1. */
final class QuotedText {
  private static final String ESCAPES = "bfnrt/\\";
  private static final String ESCAPED = "\b\f\n\r\t/\\";
  private static final int HEX_DIGITS = 4;

  private final Scanner scanner;

  QuotedText(Scanner scanner) {
    this.scanner = scanner;
  }

  String read() {
    char quote = next();
    StringBuilder result = new StringBuilder();
    while (scanner.peek() != quote || scanner.atEnd()) {
      if (scanner.atEnd() || scanner.peek() < 0x20) {
        throw scanner.error(
            scanner.atEnd() ? "the quote is not closed" : "a control character needs an escape");
      }
      char c = next();
      if (c == '\\') {
        result.appendCodePoint(escaped(quote));
      } else {
        result.append(c);
      }
    }
    next();
    return result.toString();
  }

  private int escaped(char quote) {
    char kind = next();
    int simple = ESCAPES.indexOf(kind);
    if (simple >= 0 && kind != 0) {
      return ESCAPED.charAt(simple);
    }
    if (kind == quote) {
      return quote;
    }
    if (kind != 'u') {
      scanner.moveTo(scanner.position() - 1);
      throw scanner.error("unknown escape");
    }
    char unit = hex();
    if (Character.isLowSurrogate(unit)) {
      throw scanner.error("half of a surrogate pair");
    }
    if (!Character.isHighSurrogate(unit)) {
      return unit;
    }
    scanner.expect("\\u");
    char low = hex();
    if (!Character.isLowSurrogate(low)) {
      throw scanner.error("half of a surrogate pair");
    }
    return Character.toCodePoint(unit, low);
  }

  private char hex() {
    String digits = scanner.ahead(HEX_DIGITS);
    if (!digits.matches("[0-9A-Fa-f]{4}")) {
      throw scanner.error("expected four hexadecimal digits");
    }
    scanner.moveTo(scanner.position() + HEX_DIGITS);
    return (char) Integer.parseInt(digits, 16);
  }

  private char next() {
    char c = scanner.peek();
    scanner.moveTo(scanner.position() + 1);
    return c;
  }
}
