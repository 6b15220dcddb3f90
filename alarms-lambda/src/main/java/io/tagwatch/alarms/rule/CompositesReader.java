package io.tagwatch.alarms.rule;

import io.tagwatch.common.alarm.Severity;
import io.tagwatch.common.config.Node;
import io.tagwatch.common.config.Section;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The entries of {@code composites:}. */
final class CompositesReader {
  private static final List<String> SEVERITIES =
      Arrays.stream(Severity.values()).map(Severity::word).toList();
  private static final List<String> WHEN = List.of("any", "all");
  private static final List<String> CHILDREN = List.of("silent", "tell");

  private CompositesReader() {}

  static Map<String, Composite> read(Section root, Rules rules) {
    Map<String, Composite> composites = new LinkedHashMap<>();
    Optional<Section> section = root.section("composites");
    for (String name : section.map(Section::keys).orElse(java.util.Set.of())) {
      nameComplaint(name, rules)
          .ifPresent(
              message -> section.get().problems().add(section.get().keyPlace(name), message));
      section
          .get()
          .section(name)
          .ifPresent(entry -> composites.put(name, composite(name, entry, rules)));
    }
    return composites;
  }

  private static Optional<String> nameComplaint(String name, Rules rules) {
    if (rules.declared().contains(name) || RulesReader.RESERVED.contains(name)) {
      return Optional.of("the name \"" + name + "\" is taken; choose another one");
    }
    return Names.complaint(name, "a composite");
  }

  private static Composite composite(String name, Section section, Rules rules) {
    List<String> of = new ArrayList<>();
    for (Node node : section.items("of")) {
      Section.asText(node, section.problems())
          .filter(alarm -> rules.find(alarm, SubjectKind.SERVERS, node, section).isPresent())
          .ifPresent(of::add);
    }
    if (section.node("of").isEmpty()) {
      section.problems().add(section.place(), "needs the key \"of\", a list of alarms");
    }
    Severity severity =
        Words.oneOf(section, "severity", SEVERITIES, Severity::parse).orElse(Severity.CRITICAL);
    boolean all = word(section, "when", WHEN).filter("all"::equals).isPresent();
    boolean silent = word(section, "children", CHILDREN).filter("tell"::equals).isEmpty();
    int priority = section.integer("priority", 0, 1_000_000).orElse(AlarmRule.DEFAULT_PRIORITY);
    section.rejectUnknownKeys();
    return new Composite(name, priority, of, severity, all, silent);
  }

  private static Optional<String> word(Section section, String key, List<String> words) {
    return Words.oneOf(section, key, words, word -> Optional.of(word).filter(words::contains));
  }
}
