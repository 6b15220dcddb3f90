package io.tagwatch.alarms.sync;

import io.tagwatch.alarms.fleet.Failure;
import java.time.Duration;
import java.util.Optional;

/** Where a run's own numbers are published. */
public interface SyncMetrics {

  /** Publishes; the failure if that is refused. */
  Optional<Failure> publish(SyncReport report, Duration took);
}
