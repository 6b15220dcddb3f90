package io.tagwatch.local.ec2;

import java.util.ArrayList;
import java.util.List;

/**
 * The pattern in a filter value: {@code *} is any text, {@code ?} any one character, a backslash
 * takes the meaning away from what follows. Case-sensitive. Matches in time proportional to text
 * times pattern.
 */
final class Wildcard {
  private static final int ANY_TEXT = -1;
  private static final int ANY_ONE = -2;

  private final List<Integer> parts = new ArrayList<>();

  Wildcard(String value) {
    boolean literal = false;
    for (int each : value.codePoints().toArray()) {
      if (literal || (each != '*' && each != '?' && each != '\\')) {
        parts.add(each);
        literal = false;
      } else if (each == '\\') {
        literal = true;
      } else {
        parts.add(each == '*' ? ANY_TEXT : ANY_ONE);
      }
    }
  }

  /** Walks along the text; on a mismatch the latest star takes one character more. */
  boolean matches(String value) {
    int[] text = value.codePoints().toArray();
    int at = 0;
    int part = 0;
    int star = -1;
    int starAt = 0;
    while (at < text.length) {
      if (part < parts.size() && parts.get(part) == ANY_TEXT) {
        star = part;
        starAt = at;
        part++;
      } else if (part < parts.size() && takes(parts.get(part), text[at])) {
        part++;
        at++;
      } else if (star >= 0) {
        starAt++;
        at = starAt;
        part = star + 1;
      } else {
        return false;
      }
    }
    return parts.subList(part, parts.size()).stream().allMatch(each -> each == ANY_TEXT);
  }

  private static boolean takes(int part, int character) {
    return part == ANY_ONE || part == character;
  }
}
