package io.tagwatch.alarms.sync;

import io.tagwatch.alarms.fleet.Failure;
import java.util.List;

/**
 * What was written.
 *
 * @param reminded alarms that say again that they fire
 * @param backlog changes that were planned and not made
 */
public record WriteResult(
    int created, int updated, int deleted, int reminded, int backlog, List<Failure> errors) {
  public WriteResult {
    errors = List.copyOf(errors);
  }
}
