package io.tagwatch.notify.channel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Takes secrets out of what a service echoed. */
final class Redaction {
  /** Shorter pieces are words such as {@code hooks} or {@code api}, not secrets. */
  private static final int SHORTEST_PIECE = 7;

  private static final int LONGEST_REASON = 300;

  private final List<String> pieces = new ArrayList<>();

  /** Secrets are looked for as a whole, and in their pieces between the marks of a URL. */
  Redaction(List<String> secrets) {
    for (String secret : secrets) {
      add(secret, 1);
      for (String piece : secret.split("[/:?&=@#\\s]+")) {
        add(piece, SHORTEST_PIECE);
      }
    }
    pieces.sort(Comparator.comparingInt(String::length).reversed());
  }

  private void add(String piece, int shortest) {
    if (piece.length() >= shortest) {
      pieces.add(piece);
    }
  }

  /** One line, at most 300 characters, without secrets. */
  String of(String reason) {
    if (reason.isEmpty()) {
      return reason;
    }
    String text = reason;
    for (String piece : pieces) {
      text = text.replace(piece, "(secret)");
    }
    StringBuilder line = new StringBuilder(Math.min(text.length(), LONGEST_REASON));
    text.codePoints()
        .limit(LONGEST_REASON)
        .forEach(point -> line.appendCodePoint(isPlain(point) ? point : ' '));
    return line.toString();
  }

  /** Nothing that a terminal would obey or that turns the direction of a line. */
  private static boolean isPlain(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          false;
      default -> true;
    };
  }
}
