package io.tagwatch.alarms.sync;

import io.tagwatch.alarms.fleet.Failure;
import java.util.List;

/**
 * What was written.
 *
 * @param backlog changes that were planned and not made
 */
public record WriteResult(
    int created, int updated, int deleted, int backlog, List<Failure> errors) {
  public WriteResult {
    errors = List.copyOf(errors);
  }
}
