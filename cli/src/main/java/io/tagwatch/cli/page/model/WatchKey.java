package io.tagwatch.cli.page.model;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * The value that an alarm watches: one of several levels on it when the alarm is Tagwatch's own,
 * its only one otherwise.
 *
 * @param scope region and deployment, so that two of them may watch the same subject
 * @param subject an instance identifier, a check's name or fixed dimensions; empty for alarms that
 *     are not Tagwatch's
 * @param alarm the rule's name with its series; the alarm's name for others
 */
record WatchKey(String scope, String subject, String alarm) {
  private static final String DOWN = "check-down";
  private static final String LATENCY = "check-latency";
  private static final String CERTIFICATE = "check-certificate";

  /** Unique on the page, the same from one view to the next, and safe as an identifier in HTML. */
  String id() {
    byte[] name = (scope + "\n" + subject + "\n" + alarm).getBytes(StandardCharsets.UTF_8);
    return "w" + UUID.nameUUIDFromBytes(name);
  }

  boolean isDown() {
    return alarm.equals(DOWN);
  }

  /**
   * The words {@code disk /data on web-1}, {@code shop is down}: what is the matter, in a few
   * words.
   */
  String title(String subjectName, Mood mood) {
    if (isDown()) {
      return subjectName + (mood.firing() ? " is down" : mood == Mood.OK ? " is up" : "");
    }
    return mood.firing() && alarm.equals(LATENCY) ? subjectName + " is slow" : name(subjectName);
  }

  /** The same without a verdict: {@code Disk /data on web-1}, {@code shop}. */
  String name(String subjectName) {
    return switch (alarm) {
      case String own when subject.isEmpty() -> own;
      case DOWN -> subjectName;
      case LATENCY -> "Latency of " + subjectName;
      case CERTIFICATE -> "Certificate of " + subjectName;
      default -> label() + " on " + subjectName;
    };
  }

  /** {@code Disk /data}, {@code CPU}, {@code Status check}. */
  String label() {
    return switch (alarm) {
      case String own when subject.isEmpty() -> own;
      case DOWN -> "Uptime";
      case LATENCY -> "Latency";
      case CERTIFICATE -> "Certificate";
      default -> ruleAndSeries();
    };
  }

  private String ruleAndSeries() {
    int colon = alarm.indexOf(':');
    String rule = (colon < 0 ? alarm : alarm.substring(0, colon)).replace('-', ' ');
    String words = rule.equals("cpu") ? "CPU" : Sentences.capitalised(rule);
    return colon < 0 ? words : words + " " + alarm.substring(colon + 1);
  }
}
