package io.tagwatch.local.clock;

import java.time.Instant;

/** What happens on ticks. Called by one thread at a time, in the order of time. */
public interface Ticking {
  /** Nothing happens on ticks. */
  Ticking NOTHING =
      new Ticking() {
        @Override
        public boolean everyTenSeconds() {
          return false;
        }

        @Override
        public void tick(Instant tick) {
          // Nothing is due.
        }
      };

  /** Whether something is due every ten seconds; otherwise ticks are whole minutes. */
  boolean everyTenSeconds();

  /**
   * Does what is due.
   *
   * @param tick a whole minute, or a multiple of ten seconds
   */
  void tick(Instant tick);
}
