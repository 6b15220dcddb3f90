package io.tagwatch.alarms.rule;

import io.tagwatch.common.check.CheckEntry;
import io.tagwatch.common.config.ConfigException;
import io.tagwatch.common.config.ConfigFile;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that decides which alarms should exist, apart from the servers. Immutable.
 *
 * @param writesPerSecond calls of PutMetricAlarm and DeleteAlarms; default 3
 * @param statusTag whether a rejected tag is told on the instance itself; default false
 * @param join how series without InstanceId find their server; empty when they do not
 * @param checkAddress where the checks of servers' tags go; default private-ip
 * @param rules by name
 * @param profiles by name
 * @param composites by name
 * @param places other regions and accounts, whose servers are watched too
 */
public record AlarmsConfig(
    double writesPerSecond,
    Safety safety,
    StoppedPolicy stopped,
    boolean statusTag,
    Optional<HostJoin> join,
    CheckAddress checkAddress,
    Map<String, AlarmRule> rules,
    Map<String, Profile> profiles,
    Map<String, Composite> composites,
    List<StaticSubject> statics,
    List<CheckEntry> checks,
    List<Place> places) {

  public AlarmsConfig {
    rules = Collections.unmodifiableMap(new LinkedHashMap<>(rules));
    profiles = Collections.unmodifiableMap(new LinkedHashMap<>(profiles));
    composites = Collections.unmodifiableMap(new LinkedHashMap<>(composites));
    statics = List.copyOf(statics);
    checks = List.copyOf(checks);
    places = List.copyOf(places);
  }

  /**
   * Reads both files, JSON or YAML alike.
   *
   * @throws ConfigException with every mistake of both
   */
  public static AlarmsConfig read(ConfigFile alarms, ConfigFile checks) {
    AlarmsConfig config = collect(alarms, checks);
    ConfigException.throwIfAny(List.of(alarms.problems(), checks.problems()));
    return config;
  }

  /**
   * Reads both files and reports mistakes to their {@code problems} only; for programs that go on
   * to read more files before they complain. The result is for use only if there are none.
   */
  public static AlarmsConfig collect(ConfigFile alarms, ConfigFile checks) {
    AlarmsConfig rules = AlarmsReader.read(alarms);
    return rules.with(ChecksReader.read(checks));
  }

  /** True when a mute of some check begins or ends after {@code from}, up to {@code to}. */
  public boolean turns(Instant from, Instant to) {
    return checks.stream()
        .map(CheckEntry::maintenance)
        .distinct()
        .anyMatch(maintenance -> maintenance.turns(from, to));
  }

  /** What holds in another region or account: checks and fixed subjects are of this one. */
  public AlarmsConfig elsewhere() {
    return new AlarmsConfig(
        writesPerSecond,
        safety,
        stopped,
        statusTag,
        join,
        checkAddress,
        rules,
        profiles,
        composites,
        List.of(),
        List.of(),
        List.of());
  }

  private AlarmsConfig with(List<CheckEntry> newChecks) {
    return new AlarmsConfig(
        writesPerSecond,
        safety,
        stopped,
        statusTag,
        join,
        checkAddress,
        rules,
        profiles,
        composites,
        statics,
        newChecks,
        places);
  }
}
