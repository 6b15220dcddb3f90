package io.tagwatch.alarms.rule;

import java.util.Optional;
import java.util.regex.Pattern;

/** What rules and profiles may be called: short enough for tag keys, and without blanks. */
final class Names {
  /** A tag key has at most 128 characters; this leaves room for {@code tagwatch:} and a series. */
  private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._\\-]{0,63}");

  private Names() {}

  /** The sentence about a bad name; empty for a good one. */
  static Optional<String> complaint(String name, String what) {
    return ALLOWED.matcher(name).matches()
        ? Optional.empty()
        : Optional.of(
            "\""
                + name
                + "\" is no name for "
                + what
                + "; use up to 64 letters, digits and . _ -, starting with a letter or digit");
  }
}
