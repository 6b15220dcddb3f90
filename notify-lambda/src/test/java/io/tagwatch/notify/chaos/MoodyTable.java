package io.tagwatch.notify.chaos;

import io.tagwatch.notify.memory.Memory;
import io.tagwatch.notify.memory.ProcessMemory;
import io.tagwatch.notify.memory.Table;
import io.tagwatch.notify.memory.TableStandIn;
import java.time.Duration;
import java.time.Instant;

/** A table that is well for most of the time, and slow or silent for some minutes of each hour. */
final class MoodyTable {
  private static final Duration SILENCE = Duration.ofSeconds(1);

  /** So long before a bad time what was posted may be noted in it only. */
  private static final Duration BEFORE = Duration.ofMinutes(1);

  /** So long after a bad time somebody may still go without it, or know what it was not told. */
  private static final Duration AFTERWARDS = Duration.ofMinutes(3);

  private final SimulatedTime time;
  private final Memory entries;

  MoodyTable(SimulatedTime time) {
    this.time = time;
    this.entries = new ProcessMemory(time::instant);
  }

  Table table() {
    return new TableStandIn(entries, this::asked);
  }

  private void asked() {
    int minute = minute(time.instant());
    if (minute >= 50) {
      time.pass(SILENCE);
      throw new Table.UnreachableException("no answer in time");
    }
    time.pass(Duration.ofMillis(minute >= 40 && minute < 45 ? 900 : 3));
  }

  /** Whether everybody knows what everybody else knows. */
  boolean isSteady() {
    Instant now = time.instant();
    return isWell(now.plus(BEFORE)) && isWell(now) && isWell(now.minus(AFTERWARDS));
  }

  private static boolean isWell(Instant at) {
    return minute(at) < 40;
  }

  private static int minute(Instant at) {
    return (int) (at.getEpochSecond() / 60 % 60);
  }
}
