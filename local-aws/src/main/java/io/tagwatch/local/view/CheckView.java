package io.tagwatch.local.view;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;

/**
 * One uptime check, from what was published about it.
 *
 * @param name the value of its dimension {@code Check}
 * @param runs up, down or unknown, oldest first, without gaps: each begins where the last one ended
 * @param latencyMs of the last success, in milliseconds
 * @param certificateDaysLeft negative once expired
 */
public record CheckView(
    String name, List<Run> runs, OptionalDouble latencyMs, OptionalDouble certificateDaysLeft) {

  public CheckView {
    runs = List.copyOf(runs);
  }

  /** What the last minute said; {@code UNKNOWN} when nothing was ever published. */
  public Verdict verdict() {
    return runs.isEmpty() ? Verdict.UNKNOWN : runs.getLast().verdict();
  }

  /** Whole minutes that were up. */
  public long upMinutes() {
    return minutes(Verdict.UP);
  }

  /** Whole minutes that were down. */
  public long downMinutes() {
    return minutes(Verdict.DOWN);
  }

  private long minutes(Verdict verdict) {
    return runs.stream().filter(run -> run.verdict() == verdict).mapToLong(Run::minutes).sum();
  }

  /** What is known of a minute. */
  public enum Verdict {
    UP,
    DOWN,
    UNKNOWN
  }

  /**
   * Minutes in a row with the same verdict.
   *
   * @param from start of the first minute
   * @param to end of the last minute
   * @param verdict of all of them
   */
  public record Run(Instant from, Instant to, Verdict verdict) {

    public long minutes() {
      return Duration.between(from, to).toMinutes();
    }
  }
}
