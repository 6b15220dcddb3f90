package io.tagwatch.uptime.run;

import io.tagwatch.common.outcome.OutcomeShard;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of several equal parts of the checks. A check's part depends on its name alone, so that
 * adding a check moves no other.
 *
 * @param number from 1
 * @param of how many parts there are, at most {@value #MOST}
 */
public record Shard(int number, int of) {

  /** All checks. */
  public static final Shard WHOLE = new Shard(1, 1);

  static final int MOST = 9_999;

  private static final Pattern WRITTEN = Pattern.compile("(\\d{1,4})/(\\d{1,4})");

  /**
   * @throws IllegalArgumentException with one sentence when the text is no shard
   */
  static Shard parse(String text) {
    Matcher matcher = WRITTEN.matcher(text);
    if (matcher.matches()) {
      int number = Integer.parseInt(matcher.group(1));
      int of = Integer.parseInt(matcher.group(2));
      if (number >= 1 && number <= of) {
        return new Shard(number, of);
      }
    }
    throw new IllegalArgumentException(
        "the event's shard \"" + text + "\" is not a part; write 1/4 for the first of four");
  }

  /** Whether a check of that name belongs here. */
  public boolean holds(String name) {
    return OutcomeShard.of(name, of).number() == number;
  }

  OutcomeShard outcomes() {
    return new OutcomeShard(number, of);
  }

  @Override
  public String toString() {
    return number + "/" + of;
  }
}
