package io.tagwatch.alarms.tag;

import io.tagwatch.alarms.fleet.Server;
import io.tagwatch.alarms.rule.AlarmsConfig;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that the tags of one server ask for.
 *
 * @param off no alarms at all
 * @param profiles added to those that take the server of themselves
 * @param wishes by alarm and series; the series is empty for the alarm as a whole
 * @param compositesOff composites that this server does not want
 * @param owner who is mentioned
 * @param runbook what to open
 * @param muteUntil when actions resume
 * @param checks of the server itself, in the order of their labels
 * @param rejected what is not obeyed
 */
public record ServerTags(
    boolean off,
    List<String> profiles,
    Map<AlarmKey, Wish> wishes,
    Set<String> compositesOff,
    Optional<String> owner,
    Optional<String> runbook,
    Optional<Instant> muteUntil,
    List<CheckTag> checks,
    List<RejectedTag> rejected) {

  /** The start of every key that is ours, after {@code tagwatch} itself. */
  public static final String PREFIX = "tagwatch:";

  /** The tag that this program may write. */
  public static final String STATUS = "tagwatch:status";

  public ServerTags {
    profiles = List.copyOf(profiles);
    wishes = Collections.unmodifiableMap(new LinkedHashMap<>(wishes));
    compositesOff = Set.copyOf(compositesOff);
    checks = List.copyOf(checks);
    rejected = List.copyOf(rejected);
  }

  /**
   * The alarm, or the series of an alarm, that a tag is about.
   *
   * @param series empty for the alarm as a whole
   */
  public record AlarmKey(String alarm, String series) {
    /** The tag's key. */
    public String tag() {
      return PREFIX + alarm + (series.isEmpty() ? "" : ":" + series);
    }
  }

  /** Reads the tags of a server; keys that are not ours are ignored. */
  public static ServerTags read(Server server, AlarmsConfig config) {
    return new TagReader(server, config).read();
  }

  /** What is asked of an alarm as a whole. */
  public Optional<Wish> wish(String alarm) {
    return wish(alarm, "");
  }

  /** What is asked of one series. */
  public Optional<Wish> wish(String alarm, String series) {
    return Optional.ofNullable(wishes.get(new AlarmKey(alarm, series)));
  }
}
