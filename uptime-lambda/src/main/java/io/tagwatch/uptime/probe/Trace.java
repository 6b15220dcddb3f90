package io.tagwatch.uptime.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The story of one probe, for a person. A function that nobody watches tells none. */
final class Trace {
  private final boolean told;
  private final List<String> steps;

  /**
   * @param told whether anybody will read it; steps are worded only then
   */
  Trace(boolean told) {
    this.told = told;
    this.steps = told ? new ArrayList<>() : List.of();
  }

  void note(Supplier<String> step) {
    if (told) {
      steps.add(step.get());
    }
  }

  boolean isTold() {
    return told;
  }

  List<String> steps() {
    return steps;
  }
}
