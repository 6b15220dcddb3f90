package io.tagwatch.common.alarm;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The last line of an owned alarm's description: proof of ownership, and what the notifier needs to
 * know of the alarm.
 *
 * <pre>
 * tagwatch: deployment=prod subject=i-0abc alarm=disk:/data severity=critical owner=jane@example.com
 * </pre>
 *
 * Values are percent-encoded in UTF-8 where they hold white space, {@code =}, {@code %} or control
 * characters.
 *
 * @param deployment whose alarm it is
 * @param subject instance identifier, check name, or the values of fixed dimensions
 * @param alarm the rule's name, with {@code :series} when it has one
 * @param severity how bad it is
 * @param owner who is mentioned
 * @param runbook what to open
 */
public record AlarmMarker(
    String deployment,
    String subject,
    String alarm,
    Severity severity,
    Optional<String> owner,
    Optional<String> runbook) {

  private static final String START = "tagwatch: ";

  /** The line, without a line break. */
  public String print() {
    StringBuilder line = new StringBuilder(START);
    line.append("deployment=").append(PercentEncoding.encode(deployment));
    line.append(" subject=").append(PercentEncoding.encode(subject));
    line.append(" alarm=").append(PercentEncoding.encode(alarm));
    line.append(" severity=").append(severity.word());
    owner.ifPresent(value -> line.append(" owner=").append(PercentEncoding.encode(value)));
    runbook.ifPresent(value -> line.append(" runbook=").append(PercentEncoding.encode(value)));
    return line.toString();
  }

  /**
   * Finds the marker in an alarm's description; empty for null, and for a last line that is none.
   */
  public static Optional<AlarmMarker> find(String description) {
    if (description == null) {
      return Optional.empty();
    }
    String line = description.substring(description.lastIndexOf('\n') + 1).stripTrailing();
    return line.startsWith(START) ? parse(line.substring(START.length())) : Optional.empty();
  }

  /** The description without its marker: the sentence for people. */
  public static String sentence(String description) {
    if (description == null || find(description).isEmpty()) {
      return description == null ? "" : description;
    }
    int end = description.lastIndexOf('\n');
    return end < 0 ? "" : description.substring(0, end).stripTrailing();
  }

  private static Optional<AlarmMarker> parse(String words) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String word : words.split(" ")) {
      int equals = word.indexOf('=');
      if (equals <= 0) {
        return Optional.empty();
      }
      values.put(word.substring(0, equals), PercentEncoding.decode(word.substring(equals + 1)));
    }
    Optional<Severity> severity =
        Optional.ofNullable(values.get("severity")).flatMap(Severity::parse);
    if (severity.isEmpty()
        || values.get("deployment") == null
        || values.get("subject") == null
        || values.get("alarm") == null) {
      return Optional.empty();
    }
    return Optional.of(
        new AlarmMarker(
            values.get("deployment"),
            values.get("subject"),
            values.get("alarm"),
            severity.get(),
            Optional.ofNullable(values.get("owner")),
            Optional.ofNullable(values.get("runbook"))));
  }
}
