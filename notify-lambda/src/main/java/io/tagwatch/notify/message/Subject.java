package io.tagwatch.notify.message;

import io.tagwatch.common.alarm.AlarmMarker;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which server, check or other thing an alarm is about.
 *
 * @param name as people call it; empty when the message does not tell
 * @param instanceId of a server; empty for anything else
 * @param place type and zone of a server, as the sentence of an owned alarm tells them: {@code
 *     t3.large, eu-west-1b}; may be empty
 * @param series of a rule with several, such as the path of a disk; may be empty
 */
record Subject(String name, Optional<String> instanceId, String place, String series) {

  /**
   * Availability Zones, Local Zones and Wavelength Zones.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-regions-availability-zones.html">Regions
   *     and Zones</a>
   */
  private static final Pattern ZONE = Pattern.compile("[a-z]{2}(-[a-z0-9]+)+-\\d[a-z]");

  private static final String BETWEEN = ", ";

  /** Of bills; the amount is printed with it. */
  private static final String CURRENCY = "Currency";

  static Subject of(AlarmFacts facts, Optional<AlarmMarker> marker) {
    String marked = marker.isPresent() ? marker.get().subject() : "";
    Optional<String> id = isInstance(marked) ? Optional.of(marked) : dimension(facts, "InstanceId");
    String series = marker.isPresent() ? series(marker.get().alarm()) : "";
    String shown = series.isEmpty() ? dimension(facts, "path").orElse("") : series;
    if (id.isPresent()) {
      String sentence = facts.description();
      String place = marker.isPresent() ? placeIn(sentence, id.get()) : "";
      return new Subject(nameIn(sentence, id.get()).orElse(id.get()), id, place, shown);
    }
    String name =
        !marked.isEmpty()
            ? marked
            : facts.contributor().isPresent()
                ? facts.contributor().get().print()
                : dimensions(facts);
    return new Subject(name, Optional.empty(), "", shown);
  }

  /** {@code web-1 (i-0abc, t3.large, eu-west-1b)}, as far as it is known. */
  String full() {
    String facts =
        Stream.of(instanceId.filter(id -> !id.equals(name)).orElse(""), place)
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(BETWEEN));
    return facts.isEmpty() ? name : name + " (" + facts + ")";
  }

  /** Of a server, where it is known. */
  Optional<String> zone() {
    String last = place.substring(place.lastIndexOf(' ') + 1);
    return ZONE.matcher(last).matches() ? Optional.of(last) : Optional.empty();
  }

  private static boolean isInstance(String subject) {
    return subject.startsWith("i-");
  }

  private static String series(String alarm) {
    int colon = alarm.indexOf(':');
    return colon < 0 ? "" : alarm.substring(colon + 1);
  }

  private static Optional<String> dimension(AlarmFacts facts, String name) {
    String value = facts.dimensions().getOrDefault(name, "");
    return value.isBlank() ? Optional.empty() : Optional.of(value);
  }

  /** The values that tell one series from another, in the order of the message. */
  private static String dimensions(AlarmFacts facts) {
    return facts.dimensions().entrySet().stream()
        .filter(dimension -> !dimension.getKey().equals(CURRENCY))
        .map(Map.Entry::getValue)
        .collect(Collectors.joining(" "))
        .strip();
  }

  /** What stands in brackets with the identifier or, where that is the name, after it. */
  private static String placeIn(String sentence, String id) {
    for (String lead : List.of("(" + id + BETWEEN, id + " (")) {
      int start = sentence.indexOf(lead);
      int end = start < 0 ? -1 : sentence.indexOf(')', start);
      if (end > 0) {
        return sentence.substring(start + lead.length(), end);
      }
    }
    return "";
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
