package io.tagwatch.common.check;

import io.tagwatch.common.config.Node;
import io.tagwatch.common.config.Problems;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many of the last datapoints must breach.
 *
 * @param toAlarm M, at least 1
 * @param of N, at least M
 */
public record Datapoints(int toAlarm, int of) {
  private static final Pattern WRITTEN = Pattern.compile("(\\d{1,4}) of (\\d{1,4})");

  /** {@code 3 of 5}; empty when malformed or when M is 0 or above N. */
  public static Optional<Datapoints> parse(String text) {
    Matcher matcher = WRITTEN.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int toAlarm = Integer.parseInt(matcher.group(1));
    int of = Integer.parseInt(matcher.group(2));
    return toAlarm >= 1 && toAlarm <= of
        ? Optional.of(new Datapoints(toAlarm, of))
        : Optional.empty();
  }

  /** Reads a configuration value; a mistake is reported. */
  public static Optional<Datapoints> read(Node node, Problems problems) {
    Optional<Datapoints> datapoints =
        node instanceof Node.Text text ? parse(text.value()) : Optional.empty();
    if (datapoints.isEmpty()) {
      problems.add(
          node,
          node.describe()
              + " is not M of N; write 3 of 5 (at least 1, the first not above the second)");
    }
    return datapoints;
  }

  @Override
  public String toString() {
    return toAlarm + " of " + of;
  }
}
