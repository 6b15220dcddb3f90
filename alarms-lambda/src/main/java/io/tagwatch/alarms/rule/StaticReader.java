package io.tagwatch.alarms.rule;

import io.tagwatch.common.config.Node;
import io.tagwatch.common.config.Section;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The items of {@code static:}; lists of values multiply. */
final class StaticReader {
  /** See the service quotas of CloudWatch: dimensions per metric. */
  private static final int MOST_DIMENSIONS = 30;

  private final Rules rules;
  private final List<StaticSubject> subjects = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();

  private StaticReader(Rules rules) {
    this.rules = rules;
  }

  static List<StaticSubject> read(Section root, Rules rules) {
    StaticReader reader = new StaticReader(rules);
    root.items("static").forEach(item -> Section.of(item, root.problems()).ifPresent(reader::item));
    return reader.subjects;
  }

  private void item(Section section) {
    Optional<String> alarm = section.requiredText("alarm").filter(name -> isStatic(name, section));
    List<SortedMap<String, String>> product = List.of(new TreeMap<>());
    if (section.node("dimensions").isEmpty()) {
      section.problems().add(section.place(), "needs the key \"dimensions\"");
    }
    for (Map.Entry<String, Node> entry : new TreeMap<>(section.members("dimensions")).entrySet()) {
      product = multiply(product, entry.getKey(), values(entry.getValue(), section));
    }
    section.rejectUnknownKeys();
    List<SortedMap<String, String>> all = product;
    alarm.ifPresent(name -> all.forEach(dimensions -> add(name, dimensions, section)));
  }

  private boolean isStatic(String name, Section section) {
    Node node = section.node("alarm").orElseThrow();
    return rules.find(name, SubjectKind.STATIC, node, section).isPresent();
  }

  private static List<String> values(Node node, Section section) {
    List<String> values = Section.asTexts(node, section.problems());
    if (values.isEmpty() || values.contains("")) {
      section.problems().add(node, "needs at least one value, and no empty one");
    }
    return values;
  }

  private static List<SortedMap<String, String>> multiply(
      List<SortedMap<String, String>> product, String name, List<String> values) {
    List<SortedMap<String, String>> result = new ArrayList<>();
    for (SortedMap<String, String> dimensions : product) {
      for (String value : values) {
        SortedMap<String, String> more = new TreeMap<>(dimensions);
        more.put(name, value);
        result.add(more);
      }
    }
    return result;
  }

  private void add(String alarm, SortedMap<String, String> dimensions, Section section) {
    if (dimensions.isEmpty() || dimensions.size() > MOST_DIMENSIONS) {
      section
          .problems()
          .add(section.keyPlace("dimensions"), "needs 1 to " + MOST_DIMENSIONS + " dimensions");
      return;
    }
    StaticSubject subject = new StaticSubject(alarm, dimensions);
    if (!seen.add(alarm + "\n" + subject.id())) {
      section
          .problems()
          .add(
              section.keyPlace("dimensions"),
              "the alarm \"" + alarm + "\" has the subject \"" + subject.id() + "\" twice");
      return;
    }
    subjects.add(subject);
  }
}
