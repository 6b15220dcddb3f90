package io.tagwatch.notify.delivery;

import io.tagwatch.common.alarm.Severity;
import io.tagwatch.notify.notification.Notification;
import io.tagwatch.notify.notification.Status;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** A message in the light of what was told before. */
final class Restated {
  private static final String LATE = "Late: ";

  private Restated() {}

  /**
   * An end, with how long it was in the line that a lock screen shows, unless it says so itself.
   */
  static Notification lasting(Notification over, Duration lasted) {
    if (over.criterion().map(words -> words.startsWith("was ")).orElse(false)) {
      return over;
    }
    String was = over.summary().startsWith("was ") ? over.summary().split(" · |\n", 2)[0] : "";
    String words = (was.isEmpty() ? "was " + badly(over) : was) + " for " + length(lasted);
    String rest = over.summary().substring(was.length());
    return over.edited()
        .criterion(Optional.of(words))
        .summary(rest.startsWith(" · ") ? rest.substring(3) : rest)
        .build();
  }

  private static String badly(Notification over) {
    return over.severity() == Severity.INFO ? "in alarm" : over.severity().word();
  }

  static boolean isLate(Notification message) {
    return message.title().startsWith(LATE);
  }

  /** News that is no longer: it says so, and has no colour that calls anybody. */
  static Notification late(Notification message, String told, Instant at) {
    String newer =
        "Came late: its newest state is " + told.replace('_', ' ') + " since " + clock(at);
    return message
        .edited()
        .is(message.kind(), Status.INFO, Severity.INFO)
        .title(LATE + message.title())
        .summary((newer + "\n" + message.summary()).strip())
        .build();
  }

  /** The change with which an alarm began to flap. */
  static Notification flapping(Notification message, int changes, Duration within) {
    String words =
        changes + " changes in " + length(within) + "; its last state is told when it has settled";
    return message
        .edited()
        .title("Flapping: " + message.title())
        .criterion(Optional.of(words))
        .build();
  }

  /** The state that a flapping alarm came to rest in. */
  static Notification settled(Notification message, int changes) {
    return message
        .edited()
        .title("Settled: " + message.title())
        .summary(("after " + changes + " changes\n" + message.summary()).strip())
        .build();
  }

  /** {@code 2026-11-21 03:12 UTC}. */
  private static String clock(Instant at) {
    String text = at.atOffset(ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES).toString();
    return text.substring(0, 10) + " " + text.substring(11, 16) + " UTC";
  }

  /** {@code 45 s}, {@code 23 min}, {@code 2 h 10 min}, {@code 3 d 4 h}. */
  static String length(Duration time) {
    if (time.compareTo(Duration.ofMinutes(1)) < 0) {
      return time.toSeconds() + " s";
    }
    if (time.compareTo(Duration.ofHours(1)) < 0) {
      return time.toMinutes() + " min";
    }
    if (time.compareTo(Duration.ofDays(1)) < 0) {
      return time.toHours() + " h" + more(time.toMinutesPart(), " min");
    }
    return time.toDays() + " d" + more(time.toHoursPart(), " h");
  }

  private static String more(int amount, String unit) {
    return amount == 0 ? "" : " " + amount + unit;
  }
}
