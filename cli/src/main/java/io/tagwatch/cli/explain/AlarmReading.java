package io.tagwatch.cli.explain;

import java.time.Instant;

/**
 * An alarm as CloudWatch has it now.
 *
 * @param state {@code OK}, {@code ALARM} or {@code INSUFFICIENT_DATA}
 * @param since when it came into the state
 * @param actionsEnabled false while it is muted
 * @param tells whether ALARM has any action
 */
public record AlarmReading(String state, Instant since, boolean actionsEnabled, boolean tells) {
  /** Whether it lacks data. */
  boolean lacksData() {
    return state.equals("INSUFFICIENT_DATA");
  }
}
