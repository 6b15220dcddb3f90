package io.tagwatch.cli.plan;

import io.tagwatch.alarms.sync.PlanCost;
import io.tagwatch.alarms.sync.Survey;
import java.util.Optional;

/**
 * Everything that is said about a plan.
 *
 * @param deployment whose alarms they are
 * @param region where
 * @param topic where alarms are announced; empty for nowhere
 * @param writesPerSecond the pace of the writes
 */
public record PlanView(
    String deployment,
    String region,
    Optional<String> topic,
    double writesPerSecond,
    Survey.Read survey,
    PlanCost cost) {

  /** Existing and planned alarms together. */
  int alarms() {
    return cost.creates() + cost.updates() + cost.deletes() + survey.plan().unchanged();
  }

  /** Whether a run would write anything. */
  public boolean hasChanges() {
    return !survey.plan().changes().isEmpty();
  }

  /** Whether everything could be read. */
  public boolean isComplete() {
    return survey.failures().isEmpty();
  }
}
