package io.tagwatch.uptime.check;

import io.tagwatch.common.config.Node;
import io.tagwatch.common.config.Section;
import io.tagwatch.uptime.expect.Expectation;
import io.tagwatch.uptime.expect.Subject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which expectations a check ends up with. */
final class Expectations {
  private static final Expectation BUILT_IN = Expectation.parse("status in 200..299");

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
  static List<Expectation> readOwn(Section section, String scheme) {
    List<Expectation> expectations = new ArrayList<>();
    for (Node node : section.items("expect")) {
      Expectation.read(node, section.problems())
          .filter(expectation -> rejectForeign(expectation, node, section, scheme))
          .ifPresent(expectations::add);
    }
    return expectations;
  }

  /**
   * Own ones, then those of the defaults, then the built-in one, the nearer replacing the farther.
   */
  static List<Expectation> merge(List<Expectation> own, List<Expectation> defaults, String scheme) {
    return nearer(nearer(own, concerning(defaults, scheme)), concerning(List.of(BUILT_IN), scheme));
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

  private static List<Expectation> concerning(List<Expectation> all, String scheme) {
    return all.stream().filter(each -> concerns(each.subject(), scheme)).toList();
  }

  private static boolean rejectForeign(
      Expectation expectation, Node node, Section section, String scheme) {
    if (concerns(expectation.subject(), scheme)) {
      return true;
    }
    String whose =
        expectation.subject() instanceof Subject.Certificate
            ? "https and tls"
            : expectation.needsBody() ? "http, https, tcp and dns" : "http and https";
    section
        .problems()
        .add(
            node,
            "\""
                + expectation.subject().spoken()
                + "\" is for "
                + whose
                + " checks; this one is "
                + scheme);
    return false;
  }

  private static boolean concerns(Subject subject, String scheme) {
    return switch (subject) {
      case Subject.Latency latency -> true;
      case Subject.Status status -> scheme.startsWith("http");
      case Subject.Header header -> scheme.startsWith("http");
      case Subject.Certificate certificate -> scheme.equals("https") || scheme.equals("tls");
      case Subject.Body body -> !scheme.equals("tls");
      case Subject.Json json -> !scheme.equals("tls");
    };
  }
}
