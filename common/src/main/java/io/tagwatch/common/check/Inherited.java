package io.tagwatch.common.check;

import io.tagwatch.common.config.Section;
import io.tagwatch.common.maintenance.Maintenance;
import java.util.Optional;

/**
 * What defaults say for checks that are silent.
 *
 * @param alarm the {@code alarm:} line
 * @param maintenance the windows
 */
public record Inherited(AlarmLine alarm, Maintenance maintenance) {
  /** Where no defaults say anything. */
  public static final Inherited NOTHING = new Inherited(AlarmLine.DEFAULT, Maintenance.NONE);

  /** What a section {@code defaults} says; where it is silent, this holds. */
  Inherited under(Optional<Section> defaults) {
    return new Inherited(
        defaults
            .flatMap(s -> s.node("alarm").map(node -> AlarmLine.read(node, s.problems())))
            .orElse(alarm),
        defaults.flatMap(Inherited::maintenance).orElse(maintenance));
  }

  /** The windows that a section gives itself; empty when it gives none. */
  static Optional<Maintenance> maintenance(Section section) {
    return section.node("maintenance").map(node -> Maintenance.read(node, section.problems()));
  }
}
