package io.tagwatch.alarms.sync;

import io.tagwatch.alarms.fleet.Failure;
import io.tagwatch.common.log.JsonLog;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The calls of one run that write: below the quota, again while they are throttled, none after the
 * deadline, and none of a kind that keeps failing.
 */
final class Writes {
  /** What the end of a run needs: metrics, log lines, the answer. */
  private static final Duration RESERVE = Duration.ofSeconds(2);

  private static final int THROTTLES_IN_A_ROW = 10;
  private static final int FAILURES_IN_A_ROW = 3;

  /** Writes that fail for the same reasons: a full quota of alarms stops creations only. */
  enum Kind {
    CREATE("PutMetricAlarm"),
    UPDATE("PutMetricAlarm"),
    COMBINE("PutCompositeAlarm"),
    REMIND("SetAlarmState"),
    DELETE("DeleteAlarms");

    private final String operation;

    Kind(String operation) {
      this.operation = operation;
    }
  }

  /** What became of a call. */
  enum Made {
    DONE,
    /** For what it asked, not for who asked; the same again will be refused again. */
    REFUSED,
    NOT
  }

  private final TokenBucket bucket;
  private final TimeLeft time;
  private final JsonLog log;
  private final List<Failure> errors = new ArrayList<>();
  private final Map<Kind, Integer> failuresInARow = new EnumMap<>(Kind.class);
  private boolean stopped;

  Writes(TokenBucket bucket, TimeLeft time, JsonLog log) {
    this.bucket = bucket;
    this.time = time;
    this.log = log;
  }

  /** What went wrong so far. */
  List<Failure> errors() {
    return errors;
  }

  /** Something that went wrong, not with an alarm by its name. */
  void report(Kind kind, String message) {
    errors.add(new Failure(kind.operation, message));
  }

  void report(Failure failure) {
    errors.add(failure);
  }

  /** Makes one call about one alarm; true when it succeeded. */
  boolean make(Kind kind, String name, Supplier<WriteOutcome> write) {
    return make(kind, name, write, true) == Made.DONE;
  }

  /**
   * Makes one call.
   *
   * @param last whether a refusal is an error; else the caller knows what to do about it
   */
  Made make(Kind kind, String name, Supplier<WriteOutcome> write, boolean last) {
    for (int attempt = 0; !stopped && !isGivenUp(kind); attempt++) {
      if (isTooLate()) {
        return Made.NOT;
      }
      bucket.take();
      switch (write.get()) {
        case WriteOutcome.Done done -> {
          bucket.succeeded();
          failuresInARow.remove(kind);
          return Made.DONE;
        }
        case WriteOutcome.Throttled throttled -> {
          bucket.throttled();
          if (attempt >= THROTTLES_IN_A_ROW) {
            stopped = true;
            fail(kind, name, throttled.message());
          }
        }
        case WriteOutcome.Denied denied -> {
          return failed(kind, name, denied.message());
        }
        case WriteOutcome.Unreachable unreachable -> {
          return failed(kind, name, unreachable.message());
        }
        case WriteOutcome.Refused refused -> {
          if (last) {
            fail(kind, name, refused.message());
          }
          return Made.REFUSED;
        }
      }
    }
    return Made.NOT;
  }

  private boolean isTooLate() {
    if (time.left().compareTo(bucket.waiting().plus(RESERVE)) >= 0) {
      return false;
    }
    stopped = true;
    log.warn("deadline", "message", "the run stops before its deadline; the rest comes next time");
    return true;
  }

  private boolean isGivenUp(Kind kind) {
    return failuresInARow.getOrDefault(kind, 0) >= FAILURES_IN_A_ROW;
  }

  private Made failed(Kind kind, String name, String message) {
    failuresInARow.merge(kind, 1, Integer::sum);
    fail(kind, name, message);
    return Made.NOT;
  }

  private void fail(Kind kind, String name, String message) {
    errors.add(new Failure(kind.operation, name + ": " + message));
    log.error("write_failed", "operation", kind.operation, "alarm", name, "message", message);
  }
}
