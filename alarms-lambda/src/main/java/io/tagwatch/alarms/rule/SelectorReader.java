package io.tagwatch.alarms.rule;

import io.tagwatch.alarms.rule.ServerSelector.Condition;
import io.tagwatch.alarms.rule.ServerSelector.Property;
import io.tagwatch.common.config.Node;
import io.tagwatch.common.config.Problems;
import io.tagwatch.common.config.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The {@code servers:} of a profile: {@code all}, or a mapping of conditions. */
final class SelectorReader {
  private static final Map<String, Property> KEYS =
      Map.of(
          "platform", Property.PLATFORM,
          "instance_type", Property.INSTANCE_TYPE,
          "auto_scaling_group", Property.AUTO_SCALING_GROUP,
          "state", Property.STATE);

  private SelectorReader() {}

  static Optional<ServerSelector> read(Node node, Problems problems) {
    if (node instanceof Node.Text text && text.value().equals("all")) {
      return Optional.of(ServerSelector.ALL);
    }
    if (!(node instanceof Node.Fields)) {
      problems.add(
          node,
          node.describe()
              + " selects no servers; write all, or a mapping such as {tag: Service, matches: \"nginx*\"}");
      return Optional.empty();
    }
    return Section.of(node, problems).map(SelectorReader::conditions);
  }

  private static ServerSelector conditions(Section section) {
    List<Condition> conditions = new ArrayList<>();
    tag(section).ifPresent(conditions::add);
    KEYS.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(entry -> property(section, entry.getKey(), entry.getValue(), conditions));
    if (section.keys().isEmpty()) {
      section.problems().add(section.place(), "is empty; write servers: all to take every server");
    }
    section.rejectUnknownKeys();
    return new ServerSelector(conditions);
  }

  private static Optional<Condition> tag(Section section) {
    Optional<String> tag = section.text("tag");
    Optional<Node> matches = section.node("matches");
    if (tag.isPresent() != matches.isPresent()) {
      section
          .problems()
          .add(
              section.place(),
              "tag and matches belong together: {tag: Service, matches: \"nginx*\"}");
      return Optional.empty();
    }
    return tag.map(
        key -> new Condition(Property.TAG, key, Words.globs(matches.get(), section.problems())));
  }

  private static void property(
      Section section, String key, Property property, List<Condition> conditions) {
    section
        .node(key)
        .ifPresent(
            node ->
                conditions.add(new Condition(property, "", Words.globs(node, section.problems()))));
  }
}
