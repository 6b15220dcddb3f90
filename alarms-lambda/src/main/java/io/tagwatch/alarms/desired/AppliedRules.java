package io.tagwatch.alarms.desired;

import io.tagwatch.alarms.fleet.Server;
import io.tagwatch.alarms.rule.AlarmRule;
import io.tagwatch.alarms.rule.AlarmsConfig;
import io.tagwatch.alarms.rule.Profile;
import io.tagwatch.alarms.tag.ServerTags;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The rules that a server gets, and through which profile.
 *
 * @param profiles by rule: the first profile, in the order of the file, that brought it
 */
record AppliedRules(Map<String, Profile> profiles) {

  static AppliedRules of(Server server, ServerTags tags, AlarmsConfig config) {
    Map<String, Profile> applied = new LinkedHashMap<>();
    for (Profile profile : config.profiles().values()) {
      boolean taken =
          tags.profiles().contains(profile.name())
              || profile.servers().map(selector -> selector.matches(server)).orElse(false);
      if (taken) {
        profile.alarms().forEach(alarm -> applied.putIfAbsent(alarm, profile));
      }
    }
    return new AppliedRules(applied);
  }

  boolean contains(AlarmRule rule) {
    return profiles.containsKey(rule.name());
  }
}
