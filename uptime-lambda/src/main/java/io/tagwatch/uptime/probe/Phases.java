package io.tagwatch.uptime.probe;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * How long each phase took, up to the end or the failure.
 *
 * @param durations only the phases that were entered, in their order
 */
public record Phases(Map<Phase, Duration> durations) {

  /** Nothing was measured. */
  public static final Phases NONE = new Phases(Map.of());

  public Phases {
    Map<Phase, Duration> ordered = new EnumMap<>(Phase.class);
    ordered.putAll(durations);
    durations = Collections.unmodifiableMap(ordered);
  }

  /** The duration of one phase; empty when the probe did not get there. */
  public Optional<Duration> of(Phase phase) {
    return Optional.ofNullable(durations.get(phase));
  }

  /** All phases together. */
  public Duration total() {
    return durations.values().stream().reduce(Duration.ZERO, Duration::plus);
  }
}
