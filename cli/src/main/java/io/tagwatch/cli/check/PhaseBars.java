package io.tagwatch.cli.check;

import io.tagwatch.uptime.probe.Phase;
import io.tagwatch.uptime.probe.Phases;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The phases of a probe as bars, all to one scale: {@code ▏12 ▎31 – ▍40 ▏2}. A dash is a phase that
 * the probe did not need; what comes after a failure is left out.
 */
final class PhaseBars {
  private static final String TITLE = "DNS·CONNECT·TLS·WAIT·BODY";
  private static final String EIGHTHS = "▏▎▍▌▋▊▉█";

  /** Cells of the longest bar. */
  private static final int LONGEST = 10;

  private final double millisPerEighth;

  private PhaseBars(double millisPerEighth) {
    this.millisPerEighth = millisPerEighth;
  }

  static String title() {
    return TITLE;
  }

  /** A scale that fits the longest phase of all of them. */
  static PhaseBars scaledTo(Collection<Phases> all) {
    long longest =
        all.stream()
            .flatMap(phases -> phases.durations().values().stream())
            .mapToLong(Duration::toMillis)
            .max()
            .orElse(1);
    return new PhaseBars(Math.max(1, longest) / (8.0 * LONGEST));
  }

  String draw(Phases phases) {
    Optional<Phase> last =
        Arrays.stream(Phase.values())
            .filter(phase -> phases.of(phase).isPresent())
            .reduce((first, second) -> second);
    return Arrays.stream(Phase.values())
        .filter(phase -> last.filter(end -> phase.compareTo(end) <= 0).isPresent())
        .map(phase -> phases.of(phase).map(this::bar).orElse("–"))
        .collect(Collectors.joining(" "));
  }

  private String bar(Duration duration) {
    int eighths = Math.max(1, (int) Math.round(duration.toMillis() / millisPerEighth));
    int rest = eighths % 8;
    String end = rest == 0 ? "" : EIGHTHS.substring(rest - 1, rest);
    return "█".repeat(eighths / 8) + end + duration.toMillis();
  }
}
