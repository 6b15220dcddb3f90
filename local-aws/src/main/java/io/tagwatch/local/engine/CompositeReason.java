package io.tagwatch.local.engine;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Why a composite alarm is in its state, in CloudWatch's words, taken from real state changes. */
public final class CompositeReason {
  private static final DateTimeFormatter LONG =
      DateTimeFormatter.ofPattern("EEEE dd MMMM, uuuu HH:mm:ss 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter ISO =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'+0000'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private CompositeReason() {}

  /** The first evaluation of a new composite alarm. */
  public static String created(String compositeArn, AlarmState state) {
    return compositeArn + " was created and its alarm rule evaluates to " + state;
  }

  /** The first evaluation after the rule was changed. */
  public static String updated(String compositeArn, AlarmState state) {
    return compositeArn + " was updated and its alarm rule evaluates to " + state;
  }

  /** A child changed its state, and with it the outcome of the rule. */
  public static String transition(String childArn, AlarmState childState, Instant at) {
    return childArn + " transitioned to " + childState + " at " + LONG.format(at);
  }

  /** The StateReasonData of {@link #transition}: one line of JSON. */
  public static String transitionData(String childArn, AlarmState childState, Instant at) {
    return "{\"triggeringAlarms\":[{\"arn\":\""
        + childArn.replace("\\", "\\\\").replace("\"", "\\\"")
        + "\",\"state\":{\"value\":\""
        + childState
        + "\",\"timestamp\":\""
        + ISO.format(at)
        + "\"}}]}";
  }
}
