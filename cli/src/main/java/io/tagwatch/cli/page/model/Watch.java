package io.tagwatch.cli.page.model;

import java.time.Instant;
import java.util.List;

/**
 * One watched value with everything that is said about it. Texts may be empty, never null.
 *
 * @param id unique on the page and stable from one view to the next
 * @param title {@code Disk /data on web-1}, {@code shop is down}
 * @param name the same without a verdict: {@code shop}
 * @param label {@code Disk /data}
 * @param subject an instance identifier or a check's name
 * @param subjectName how people call it
 * @param address what a check asks, as its alarm tells it
 * @param alarm the rule's name with its series
 * @param mood of the worst level
 * @param muted nobody is told about it
 * @param state {@code critical since 03:12 UTC (23 min)}
 * @param since when it came into its state
 * @param condition {@code over 90 % for 5 of 5 minutes}, of the level that speaks
 * @param limits {@code over 80 / 90 % for 5 of 5 minutes}, of all levels
 * @param value the newest one, with its unit
 * @param measured when that was, if it is not a value of now: {@code 08:12 UTC}
 * @param sentence the alarm's own description
 * @param reason CloudWatch's words for the state
 * @param signal the metric, or the rule of a composite alarm
 * @param owner whose it is
 * @param runbook what to open; https only
 * @param levels from the worst severity on
 * @param decided the datapoints behind the present state
 * @param over a problem that ended lately; null when there was none
 * @param chart null when there is nothing to draw
 */
record Watch(
    String id,
    String title,
    String name,
    String label,
    String subject,
    String subjectName,
    String address,
    String alarm,
    Mood mood,
    boolean muted,
    String state,
    Instant since,
    String condition,
    String limits,
    String value,
    String measured,
    String sentence,
    String reason,
    String signal,
    String owner,
    String runbook,
    List<Level> levels,
    List<Datapoint> decided,
    Over over,
    Chart chart) {

  /** One CloudWatch alarm. */
  record Level(
      String name, Mood severity, Mood mood, String state, String condition, boolean muted) {}

  /** {@code was critical for 23 min, until 08:35 UTC}. */
  record Over(String words, Instant until) {}

  /** One datapoint behind a decision, in words. */
  record Datapoint(String at, String value, boolean breaching) {}
}
