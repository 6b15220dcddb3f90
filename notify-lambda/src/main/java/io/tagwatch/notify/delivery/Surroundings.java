package io.tagwatch.notify.delivery;

import io.tagwatch.common.log.JsonLog;
import io.tagwatch.notify.memory.Memory;
import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;

/**
 * What the deliveries to all channels share.
 *
 * @param chance between 0 and 1, evenly: spreads retries
 * @param memory of all channels
 * @param outcomes told what became of each message
 * @param errands how a shared memory is asked several things
 */
public record Surroundings(
    Pause pause,
    DoubleSupplier chance,
    InstantSource clock,
    Memory memory,
    JsonLog log,
    Outcomes outcomes,
    Errands errands) {

  /** A memory that answers at once is asked one thing after the other. */
  public Surroundings(
      Pause pause,
      DoubleSupplier chance,
      InstantSource clock,
      Memory memory,
      JsonLog log,
      Outcomes outcomes) {
    this(
        pause,
        chance,
        clock,
        memory,
        log,
        outcomes,
        memory.shared() ? Errands.sideBySide() : Errands.oneByOne());
  }

  /** With real chance. */
  public Surroundings(
      Pause pause, InstantSource clock, Memory memory, JsonLog log, Outcomes outcomes) {
    this(pause, () -> ThreadLocalRandom.current().nextDouble(), clock, memory, log, outcomes);
  }
}
