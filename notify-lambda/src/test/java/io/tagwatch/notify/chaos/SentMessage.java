package io.tagwatch.notify.chaos;

import io.tagwatch.notify.Samples;
import java.time.Duration;
import java.time.Instant;

/**
 * A message of a script. Whoever shows it shows its mark.
 *
 * @param number the later it happened the higher
 * @param alarm which one; below 0 for a text
 * @param at when it happened
 * @param arrives when the queue gets it
 * @param before the alarm's state until then
 * @param state the alarm's state from then on
 * @param changed whether the alarm was changed just before, so that an OK after no data is no news
 */
record SentMessage(
    int number,
    int alarm,
    Instant at,
    Instant arrives,
    String before,
    String state,
    boolean changed) {
  static final String OK = "OK";
  static final String ALARM = "ALARM";
  static final String NO_DATA = "INSUFFICIENT_DATA";

  /** The service takes it under no circumstances. */
  static boolean isPoison(int number) {
    return number % 499 == 7;
  }

  String item() {
    return "item-" + number;
  }

  String id() {
    return "sns-" + number;
  }

  String mark() {
    return "zq" + number + "qz";
  }

  boolean isAlarm() {
    return alarm >= 0;
  }

  boolean isNews() {
    return !(changed && state.equals(OK) && before.equals(NO_DATA));
  }

  String envelope() {
    return Samples.envelope(id(), null, isAlarm() ? alarmText() : mark());
  }

  private String alarmText() {
    String severity = alarm % 3 == 0 ? "critical" : "warning";
    Instant configured = at.minus(changed ? Duration.ofMinutes(1) : Duration.ofDays(9));
    return """
    {"AlarmName":"tagwatch/prod/%1$s/cpu/%2$s","NewStateValue":"%3$s","OldStateValue":"%4$s",
     "AlarmDescription":"cpu of %1$s\\ntagwatch: deployment=prod subject=%1$s alarm=cpu severity=%2$s",
     "NewStateReason":"so it is","StateChangeTime":"%5$s","AlarmConfigurationUpdatedTimestamp":"%6$s",
     "AlarmArn":"arn:aws:cloudwatch:eu-west-1:123456789012:alarm:a%7$d"}
    """
        .formatted(mark(), severity, state, before, time(at), time(configured), alarm);
  }

  private static String time(Instant at) {
    return at.toString().replace("Z", "+0000");
  }
}
