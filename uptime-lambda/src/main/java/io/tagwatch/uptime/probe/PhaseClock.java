package io.tagwatch.uptime.probe;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** Measures the phases of one probe. For one thread. */
final class PhaseClock {
  private final Map<Phase, Duration> spent = new EnumMap<>(Phase.class);
  private long start = System.nanoTime();
  private long since = start;
  private Phase current = Phase.DNS;
  private boolean running = true;

  /** Forgets everything and starts over. */
  void restart() {
    spent.clear();
    current = Phase.DNS;
    start = System.nanoTime();
    since = start;
  }

  /** Ends the current phase and begins another; time goes to a phase as often as it is entered. */
  void enter(Phase phase) {
    charge();
    current = phase;
  }

  Phase current() {
    return current;
  }

  /** Time since the start, or until {@link #stop()}. */
  Duration elapsed() {
    return Duration.ofNanos((running ? System.nanoTime() : since) - start);
  }

  void stop() {
    charge();
    running = false;
  }

  Phases phases() {
    return new Phases(spent);
  }

  private void charge() {
    if (running) {
      long now = System.nanoTime();
      spent.merge(current, Duration.ofNanos(now - since), Duration::plus);
      since = now;
    }
  }
}
