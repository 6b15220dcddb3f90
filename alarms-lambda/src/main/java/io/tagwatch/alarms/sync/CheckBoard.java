package io.tagwatch.alarms.sync;

import io.tagwatch.alarms.fleet.Failure;
import io.tagwatch.common.check.DiscoveredCheck;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where uptime-lambda finds the checks that tags ask for. */
public interface CheckBoard {

  /** Whether there is such a place; without it nobody would probe those checks. */
  boolean exists();

  /** Whether the list last kept has a check of one of these servers. */
  boolean concerns(Set<String> serverIds);

  /**
   * Keeps the whole list, if it is another than before.
   *
   * @return why it could not be kept
   */
  Optional<Failure> keep(List<DiscoveredCheck> checks);

  /** A place that nobody may write to: a preview takes it that the function has one. */
  static CheckBoard closed() {
    return new CheckBoard() {
      @Override
      public boolean exists() {
        return true;
      }

      @Override
      public boolean concerns(Set<String> serverIds) {
        return false;
      }

      @Override
      public Optional<Failure> keep(List<DiscoveredCheck> checks) {
        throw new IllegalStateException("a preview keeps no list of checks");
      }
    };
  }

  /** No place. */
  static CheckBoard none() {
    return new CheckBoard() {
      @Override
      public boolean exists() {
        return false;
      }

      @Override
      public boolean concerns(Set<String> serverIds) {
        return false;
      }

      @Override
      public Optional<Failure> keep(List<DiscoveredCheck> checks) {
        return Optional.empty();
      }
    };
  }
}
