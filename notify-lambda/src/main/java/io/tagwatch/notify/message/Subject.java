package io.tagwatch.notify.message;

import io.tagwatch.common.alarm.AlarmMarker;
import java.util.Optional;

/**
 * Which server, check or other thing an alarm is about.
 *
 * @param name as people call it; empty when the message does not tell
 * @param instanceId of a server; empty for anything else
 * @param series of a rule with several, such as the path of a disk; may be empty
 */
record Subject(String name, Optional<String> instanceId, String series) {

  static Subject of(AlarmFacts facts, Optional<AlarmMarker> marker) {
    Optional<String> id =
        marker
            .map(AlarmMarker::subject)
            .filter(Subject::isInstance)
            .or(() -> dimension(facts, "InstanceId"));
    String series = marker.map(m -> series(m.alarm())).orElse("");
    if (id.isPresent()) {
      String name = nameIn(facts.description(), id.get()).orElse(id.get());
      return new Subject(name, id, series.isEmpty() ? path(facts) : series);
    }
    String name =
        marker
            .map(AlarmMarker::subject)
            .or(() -> facts.contributor().map(AlarmFacts.Contributor::print))
            .orElseGet(() -> dimensions(facts));
    return new Subject(name, Optional.empty(), series.isEmpty() ? path(facts) : series);
  }

  /** {@code web-1 (i-0abc)}, or the name alone. */
  String full() {
    return instanceId.filter(id -> !id.equals(name)).map(id -> name + " (" + id + ")").orElse(name);
  }

  private static boolean isInstance(String subject) {
    return subject.startsWith("i-");
  }

  private static String series(String alarm) {
    int colon = alarm.indexOf(':');
    return colon < 0 ? "" : alarm.substring(colon + 1);
  }

  private static String path(AlarmFacts facts) {
    return dimension(facts, "path").orElse("");
  }

  private static Optional<String> dimension(AlarmFacts facts, String name) {
    return facts
        .metric()
        .map(metric -> metric.dimensions().get(name))
        .filter(value -> !value.isBlank());
  }

  /** The values that tell one series from another, in the order of the message. */
  private static String dimensions(AlarmFacts facts) {
    return facts
        .metric()
        .map(metric -> String.join(" ", metric.dimensions().values()).strip())
        .orElse("");
  }

  /**
   * What stands between {@code of} and {@code (i-0abc}: the sentence of an owned alarm names its
   * server like that, with blanks where the Name tag has some.
   */
  private static Optional<String> nameIn(String sentence, String id) {
    int open = sentence.indexOf(" (" + id);
    if (open <= 0) {
      return Optional.empty();
    }
    int of = sentence.lastIndexOf(" of ", open);
    String name =
        sentence.substring(of < 0 ? sentence.lastIndexOf(' ', open - 1) + 1 : of + 4, open);
    return name.isBlank() ? Optional.empty() : Optional.of(name.strip());
  }
}
