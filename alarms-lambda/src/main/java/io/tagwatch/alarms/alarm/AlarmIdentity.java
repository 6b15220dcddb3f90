package io.tagwatch.alarms.alarm;

import io.tagwatch.common.alarm.AlarmMarker;
import io.tagwatch.common.alarm.Severity;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Which alarm it is. Two alarms with one identity are one alarm.
 *
 * @param subject instance identifier, check name, or the values of fixed dimensions
 * @param rule the rule's name
 * @param series the series id; empty for none
 */
public record AlarmIdentity(
    String deployment, String subject, String rule, String series, Severity severity) {

  private static final int HASH_DIGITS = 16;

  /** What is left for the sentence and its line break in the worst case. */
  private static final int SENTENCE_ROOM = 2;

  /** The start of the names of all alarms of a deployment. */
  public static String prefix(String deployment) {
    return "tagwatch/" + deployment + "/";
  }

  /** The start of the names of all alarms of one server. */
  public static String prefix(String deployment, String serverId) {
    return prefix(deployment) + serverId + "/";
  }

  /** The identity that a marker claims. */
  public static AlarmIdentity of(AlarmMarker marker) {
    int colon = marker.alarm().indexOf(':');
    String rule = colon < 0 ? marker.alarm() : marker.alarm().substring(0, colon);
    String series = colon < 0 ? "" : marker.alarm().substring(colon + 1);
    return new AlarmIdentity(
        marker.deployment(), marker.subject(), rule, series, marker.severity());
  }

  /** The rule's name, with {@code :series} when there is one. */
  public String alarm() {
    return series.isEmpty() ? rule : rule + ":" + series;
  }

  /**
   * {@code tagwatch/<deployment>/<subject>/<alarm>[:<series>]/<severity>}; where that is longer
   * than 255 characters, or its marker than a description, the series, else the subject, else both
   * are replaced by a hash.
   */
  public String name() {
    return fitting().plainName();
  }

  /**
   * The form that the name has, itself an identity of the same name. Its marker fits into a
   * description with room for a sentence.
   */
  AlarmIdentity fitting() {
    return List.of(this, withHashedSeries(), withHashedSubject()).stream()
        .filter(AlarmIdentity::fits)
        .findFirst()
        .orElseGet(() -> withHashedSeries().withHashedSubject());
  }

  /** The marker that proves the alarm ours. */
  AlarmMarker marker(Optional<String> owner, Optional<String> runbook) {
    return new AlarmMarker(deployment, subject, alarm(), severity, owner, runbook);
  }

  private AlarmIdentity withHashedSeries() {
    return new AlarmIdentity(deployment, subject, rule, shorter(series), severity);
  }

  private AlarmIdentity withHashedSubject() {
    return new AlarmIdentity(deployment, shorter(subject), rule, series, severity);
  }

  private boolean fits() {
    return plainName().length() <= AlarmLimits.NAME_LENGTH
        && marker(Optional.empty(), Optional.empty()).print().length() + SENTENCE_ROOM
            <= AlarmLimits.DESCRIPTION_LENGTH;
  }

  private String plainName() {
    return prefix(deployment, subject) + alarm() + "/" + severity.word();
  }

  private static String shorter(String text) {
    return text.length() <= HASH_DIGITS ? text : hash(text);
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, HASH_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
