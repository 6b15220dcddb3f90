package io.tagwatch.alarms.tag;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A word of a tag's value.
 *
 * @param text as written
 * @param column where it starts, 1-based, in code points of the value
 */
record Word(String text, int column) {

  /** Without regard to case. */
  String lower() {
    return text.toLowerCase(Locale.ROOT);
  }

  String quoted() {
    return '"' + text + '"';
  }

  /** The rest of the word from a character on. */
  Word from(int index) {
    return new Word(text.substring(index), column + text.codePointCount(0, index));
  }

  /** The start of the word before a character. */
  Word until(int index) {
    return new Word(text.substring(0, index), column);
  }

  /** The words between plain spaces. */
  static List<Word> split(String value) {
    List<Word> words = new ArrayList<>();
    int start = -1;
    for (int i = 0; i <= value.length(); i++) {
      boolean space = i == value.length() || value.charAt(i) == ' ';
      if (!space && start < 0) {
        start = i;
      } else if (space && start >= 0) {
        words.add(new Word(value.substring(start, i), value.codePointCount(0, start) + 1));
        start = -1;
      }
    }
    return words;
  }

  /** The first white space that is no plain space. */
  static Optional<Fault> strangeSpace(String value) {
    int column = 0;
    for (int point : value.codePoints().toArray()) {
      column++;
      boolean blank =
          Character.isWhitespace(point)
              || Character.isSpaceChar(point)
              || Character.isISOControl(point);
      if (point != ' ' && blank) {
        String name = String.format(Locale.ROOT, "U+%04X", point);
        return Optional.of(
            new Fault(column, "the character " + name + " is no plain space", "plain spaces only"));
      }
    }
    return Optional.empty();
  }
}
