package io.tagwatch.common.check;

import io.tagwatch.common.config.Node;
import io.tagwatch.common.config.Problems;
import io.tagwatch.common.config.Section;
import java.time.Duration;
import java.util.Optional;

/**
 * What the {@code alarm:} line of a check says about its alarms. An empty value leaves the rule of
 * {@code alarms.yaml} as it is.
 *
 * @param down {@code 3 of 3}: datapoints to alarm of the rule {@code check-down}
 * @param latency the most severe threshold of the rule {@code check-latency}
 * @param certificate the most severe threshold of the rule {@code check-certificate}
 */
public record AlarmLine(
    boolean off,
    Optional<Datapoints> down,
    Optional<Duration> latency,
    Optional<Duration> certificate) {

  /** No alarm at all for this check. */
  public static final AlarmLine OFF =
      new AlarmLine(true, Optional.empty(), Optional.empty(), Optional.empty());

  /** Everything as the rules say. */
  public static final AlarmLine DEFAULT =
      new AlarmLine(false, Optional.empty(), Optional.empty(), Optional.empty());

  /** Reads the line; mistakes are reported and leave the default. */
  public static AlarmLine read(Node node, Problems problems) {
    if (isOff(node)) {
      return OFF;
    }
    if (!(node instanceof Node.Fields)) {
      problems.add(
          node, node.describe() + " is no alarm line; write off or {down: 3 of 3, latency: 800ms}");
      return DEFAULT;
    }
    return Section.of(node, problems).map(AlarmLine::read).orElse(DEFAULT);
  }

  private static AlarmLine read(Section section) {
    Optional<Datapoints> down =
        section.node("down").flatMap(node -> Datapoints.read(node, section.problems()));
    Optional<Duration> latency = section.duration("latency");
    Optional<Duration> certificate = section.duration("certificate");
    certificate
        .filter(left -> left.toSeconds() % Duration.ofDays(1).toSeconds() != 0)
        .ifPresent(
            left ->
                section
                    .problems()
                    .add(
                        section.node("certificate").orElseThrow(),
                        "must be whole days; write 14d"));
    section.rejectUnknownKeys();
    return new AlarmLine(false, down, latency, certificate);
  }

  /** {@code off} arrives as text, or as false where a YAML 1.1 reader had it before us. */
  private static boolean isOff(Node node) {
    return switch (node) {
      case Node.Flag flag -> !flag.value();
      case Node.Text text -> text.value().equals("off");
      default -> false;
    };
  }
}
