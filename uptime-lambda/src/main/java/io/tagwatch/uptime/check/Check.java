package io.tagwatch.uptime.check;

import io.tagwatch.common.check.AlarmLine;
import io.tagwatch.uptime.expect.Expectation;
import java.time.Duration;
import java.util.List;

/**
 * One endpoint to watch, complete: defaults and the built-in expectation are already in it.
 *
 * @param name unique within the file
 * @param timeout for the whole probe
 * @param expectations all must hold
 * @param reach how to get there
 * @param phaseMetrics whether the time of each phase is published as well
 */
public record Check(
    String name,
    Target target,
    Duration timeout,
    List<Expectation> expectations,
    AlarmLine alarm,
    Reach reach,
    boolean phaseMetrics) {

  /** What {@code timeout} is where nobody says otherwise. */
  public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(5);

  public Check {
    expectations = List.copyOf(expectations);
  }

  /** A check that is reached as usual and publishes what every check does. */
  public Check(
      String name,
      Target target,
      Duration timeout,
      List<Expectation> expectations,
      AlarmLine alarm) {
    this(name, target, timeout, expectations, alarm, Reach.DEFAULT, false);
  }
}
