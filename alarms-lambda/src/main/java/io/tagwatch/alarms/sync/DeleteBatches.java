package io.tagwatch.alarms.sync;

import java.util.ArrayList;
import java.util.List;

/**
 * Deletions in calls of up to 100 names, each with at most one composite alarm; see the API
 * reference of DeleteAlarms. Composite alarms come first, since others cannot be deleted while they
 * depend on them.
 */
final class DeleteBatches {
  private DeleteBatches() {}

  static List<List<Change.Delete>> of(List<Change.Delete> deletes) {
    List<List<Change.Delete>> batches = new ArrayList<>();
    List<Change.Delete> metric = new ArrayList<>();
    for (Change.Delete delete : deletes) {
      if (delete.alarm().isComposite()) {
        batches.add(List.of(delete));
      } else {
        metric.add(delete);
      }
    }
    for (int i = 0; i < metric.size(); i += AlarmStore.NAMES_PER_DELETE) {
      batches.add(
          List.copyOf(metric.subList(i, Math.min(metric.size(), i + AlarmStore.NAMES_PER_DELETE))));
    }
    return batches;
  }
}
