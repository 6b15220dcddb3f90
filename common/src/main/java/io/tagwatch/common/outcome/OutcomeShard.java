package io.tagwatch.common.outcome;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * One of several equal parts of the checks. A check's part depends on its name alone, so that
 * adding a check moves no other.
 *
 * @param number from 1
 * @param of how many parts there are
 */
public record OutcomeShard(int number, int of) {

  /** The part that holds a check. */
  public static OutcomeShard of(String check, int parts) {
    CRC32 hash = new CRC32();
    hash.update(check.getBytes(StandardCharsets.UTF_8));
    return new OutcomeShard((int) (hash.getValue() % parts) + 1, parts);
  }

  /** Where its outcomes are kept: {@code uptime/outcomes-1-of-4.json}. */
  public String key() {
    return "uptime/outcomes-" + number + "-of-" + of + ".json";
  }
}
