package io.tagwatch.local.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/**
 * The time of the embedded cloud. It is real until it is set; from then on it stands still between
 * settings. Going forward runs each tick that it passes, in order; going back runs none of them
 * again. Safe for concurrent use; a reader sees the tick's instant while a tick runs.
 */
public final class CloudClock implements InstantSource {
  /** Ticks of alarms with a period under a minute, in seconds. */
  private static final long FINE = 10;

  /** Ticks of all other alarms, in seconds. */
  private static final long COARSE = 60;

  private static final Duration LONGEST_MOVE = Duration.ofDays(3_653);

  private final InstantSource reality;
  private volatile Ticking ticking = Ticking.NOTHING;
  private volatile Instant told;

  private CloudClock(InstantSource reality, Instant told) {
    this.reality = reality;
    this.told = told;
  }

  /** A clock that shows real time until it is set. */
  public static CloudClock real() {
    return new CloudClock(InstantSource.system(), null);
  }

  /** The same over another reality. */
  static CloudClock real(InstantSource reality) {
    return new CloudClock(reality, null);
  }

  /** A clock that stands at {@code start} until it is moved. */
  public static CloudClock at(Instant start) {
    return new CloudClock(InstantSource.system(), start);
  }

  /** Says what happens on ticks; until then nothing does. */
  public void drive(Ticking driven) {
    ticking = driven;
  }

  @Override
  public Instant instant() {
    Instant now = told;
    return now == null ? reality.instant().truncatedTo(ChronoUnit.MILLIS) : now;
  }

  /** Whether time has been set, and so stands still between settings. */
  public boolean isSet() {
    return told != null;
  }

  /**
   * Sets the time and runs the ticks on the way, the target's own included. A setting that goes
   * back runs only the target's own tick, so that another story can begin at the same hour.
   *
   * @return how many ticks ran
   * @throws ClockException for more than ten years forward at once
   */
  public synchronized int setTo(Instant target) {
    Instant now = instant();
    if (target.isBefore(now)) {
      return goBack(target);
    }
    return goForward(now, target);
  }

  /**
   * Moves the time forward and runs the ticks on the way.
   *
   * @return how many ticks ran
   * @throws ClockException for a negative duration, or one over ten years
   */
  public synchronized int advance(Duration step) {
    if (step.isNegative()) {
      throw new ClockException(
          "The clock advances by a positive duration; "
              + step
              + " is negative. To go back, set now.");
    }
    Instant now = instant();
    return goForward(now, now.plus(step));
  }

  private int goBack(Instant target) {
    told = target;
    if (target.equals(tickBefore(target.plusNanos(1)))) {
      ticking.tick(target);
      return 1;
    }
    return 0;
  }

  private int goForward(Instant now, Instant target) {
    if (Duration.between(now, target).compareTo(LONGEST_MOVE) > 0) {
      throw new ClockException(
          "The clock moves by ten years at most, since it runs every minute on the way; "
              + target
              + " is too far from "
              + now
              + ".");
    }
    int ticks = 0;
    Instant last = now;
    for (Instant tick = tickAfter(last); !tick.isAfter(target); tick = tickAfter(last)) {
      told = tick;
      ticking.tick(tick);
      ticks++;
      last = tick;
    }
    told = target;
    return ticks;
  }

  /** In real time: runs the tick that has just been reached, unless the clock was set meanwhile. */
  synchronized void runRealTick(Instant tick) {
    if (!isSet()) {
      ticking.tick(tick);
    }
  }

  /** The first tick after an instant. */
  Instant tickAfter(Instant instant) {
    long every = ticking.everyTenSeconds() ? FINE : COARSE;
    return Instant.ofEpochSecond(
        Math.multiplyExact(Math.floorDiv(instant.getEpochSecond(), every) + 1, every));
  }

  /** The last tick before an instant. */
  Instant tickBefore(Instant instant) {
    long every = ticking.everyTenSeconds() ? FINE : COARSE;
    Instant tick = Instant.ofEpochSecond(Math.floorDiv(instant.getEpochSecond(), every) * every);
    return tick.isBefore(instant) ? tick : tick.minusSeconds(every);
  }
}
