package io.tagwatch.alarms.rule;

import io.tagwatch.common.config.Node;
import io.tagwatch.common.config.Section;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The entries of {@code profiles:}. */
final class ProfilesReader {
  private final Section profiles;
  private final Rules rules;

  private ProfilesReader(Section profiles, Rules rules) {
    this.profiles = profiles;
    this.rules = rules;
  }

  static Map<String, Profile> read(Section root, Rules rules) {
    return root.section("profiles")
        .map(section -> new ProfilesReader(section, rules).all())
        .orElse(Map.of());
  }

  private Map<String, Profile> all() {
    Map<String, Profile> result = new LinkedHashMap<>();
    Map<String, String> seen = new HashMap<>();
    for (String name : profiles.keys()) {
      Names.complaint(name, "a profile")
          .ifPresent(message -> profiles.problems().add(profiles.keyPlace(name), message));
      String twin = seen.put(name.toLowerCase(Locale.ROOT), name);
      if (twin != null) {
        profiles
            .problems()
            .add(
                profiles.keyPlace(name),
                "differs from \"" + twin + "\" by case only, which tags do not tell apart");
      }
      profiles.section(name).ifPresent(section -> result.put(name, profile(name, section)));
    }
    return result;
  }

  private Profile profile(String name, Section section) {
    Optional<ServerSelector> servers =
        section.node("servers").flatMap(node -> SelectorReader.read(node, section.problems()));
    List<String> alarms = new ArrayList<>();
    for (Node node : section.items("alarms")) {
      Section.asText(node, section.problems())
          .ifPresent(alarm -> add(alarms, alarm, node, section));
    }
    if (section.node("alarms").isEmpty()) {
      section.problems().add(section.place(), "needs the key \"alarms\", a list of names");
    }
    section.rejectUnknownKeys();
    return new Profile(name, servers, alarms);
  }

  private void add(List<String> alarms, String alarm, Node node, Section section) {
    if (rules.find(alarm, SubjectKind.SERVERS, node, section).isEmpty()) {
      return;
    }
    if (alarms.contains(alarm)) {
      section.problems().add(node, "the alarm \"" + alarm + "\" is given twice");
      return;
    }
    alarms.add(alarm);
  }
}
