package io.tagwatch.uptime.check;

import io.tagwatch.common.config.Node;
import io.tagwatch.common.config.Section;
import io.tagwatch.uptime.expect.Expectation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which expectations a check ends up with. */
final class Expectations {
  private Expectations() {}

  /** The list {@code expect} of a section. */
  static List<Expectation> read(Section section) {
    List<Expectation> expectations = new ArrayList<>();
    for (Node node : section.items("expect")) {
      Expectation.read(node, section.problems()).ifPresent(expectations::add);
    }
    return expectations;
  }

  /** As {@link #read}, and those that make no sense for this kind of check are mistakes. */
  static List<Expectation> readOwn(Section section, Kind kind) {
    List<Expectation> expectations = new ArrayList<>();
    for (Node node : section.items("expect")) {
      Expectation.read(node, section.problems())
          .filter(expectation -> rejectForeign(expectation, node, section, kind))
          .ifPresent(expectations::add);
    }
    return expectations;
  }

  /**
   * Own ones, then those of the defaults, then the built-in one, the nearer replacing the farther.
   */
  static List<Expectation> merge(List<Expectation> own, List<Expectation> defaults, Kind kind) {
    return nearer(nearer(own, concerning(defaults, kind)), kind.builtIn());
  }

  /** The nearer ones, then the farther ones on other subjects. */
  static List<Expectation> nearer(List<Expectation> near, List<Expectation> far) {
    Set<String> taken = new HashSet<>();
    near.forEach(expectation -> taken.add(expectation.subject().key()));
    List<Expectation> merged = new ArrayList<>(near);
    far.stream()
        .filter(expectation -> !taken.contains(expectation.subject().key()))
        .forEach(merged::add);
    return List.copyOf(merged);
  }

  private static List<Expectation> concerning(List<Expectation> all, Kind kind) {
    return all.stream().filter(each -> kind.inherits(each.subject())).toList();
  }

  private static boolean rejectForeign(
      Expectation expectation, Node node, Section section, Kind kind) {
    if (kind.shows(expectation.subject())) {
      return true;
    }
    section
        .problems()
        .add(
            node,
            "\""
                + expectation.subject().spoken()
                + "\" is for "
                + Kind.spokenFor(expectation.subject())
                + " checks; this one is "
                + kind);
    return false;
  }
}
