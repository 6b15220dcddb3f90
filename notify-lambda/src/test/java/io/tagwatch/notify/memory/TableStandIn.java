package io.tagwatch.notify.memory;

import java.time.Duration;
import java.util.Optional;

/**
 * A table in this process.
 *
 * @param entries what it knows
 * @param asked runs before each answer, and may throw instead of it
 */
public record TableStandIn(Memory entries, Runnable asked) implements Table {

  @Override
  public Memory.Entry find(String key) {
    asked.run();
    return entries.find(key);
  }

  @Override
  public Optional<Memory.Entry> replace(
      String key, Memory.Entry found, String text, Duration keep) {
    asked.run();
    return entries.replace(key, found, text, keep);
  }
}
