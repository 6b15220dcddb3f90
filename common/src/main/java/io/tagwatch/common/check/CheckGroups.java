package io.tagwatch.common.check;

import io.tagwatch.common.config.Node;
import io.tagwatch.common.config.Problems;
import io.tagwatch.common.config.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The checks of a file with its groups and lists resolved. Every function that reads {@code
 * checks.json} goes through this, so that all see the same checks under the same names.
 *
 * <pre>
 * checks: [https://example.com/]
 * groups:
 *   shop:
 *     defaults: {timeout: 2s}
 *     checks:
 *       - {name: "api-${item}", url: "https://${item}.example.com/health", for: [eu, us]}
 * </pre>
 */
public final class CheckGroups {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,100}");

  private final Problems problems;

  private CheckGroups(Problems problems) {
    this.problems = problems;
  }

  /**
   * The file's own checks first, then the groups in the order of the file; mistakes are reported.
   *
   * @param document the whole file; the keys {@code checks}, {@code groups} and {@code defaults}
   *     are known afterwards
   * @return at least one: the file's own, perhaps without checks
   */
  public static List<CheckGroup> read(Section document) {
    return new CheckGroups(document.problems()).groups(document);
  }

  private List<CheckGroup> groups(Section document) {
    Optional<Section> defaults = document.section("defaults");
    Inherited inherited = Inherited.NOTHING.under(defaults);
    List<CheckGroup> groups = new ArrayList<>();
    groups.add(new CheckGroup(Optional.empty(), defaults, inherited, checks(document)));
    for (Map.Entry<String, Node> member : document.members("groups").entrySet()) {
      group(member.getKey(), member.getValue(), inherited).ifPresent(groups::add);
    }
    return groups;
  }

  private Optional<CheckGroup> group(String name, Node node, Inherited outer) {
    Problems about = problems.about("group \"" + name + '"');
    if (!NAME.matcher(name).matches()) {
      about.add(node, "is no name for a group; use up to 100 letters, digits and . _ -");
    }
    Optional<Section> section = Section.of(node, about);
    if (section.isEmpty()) {
      return Optional.empty();
    }
    Optional<Section> defaults = section.get().section("defaults");
    List<Node> checks = checks(section.get());
    if (checks.isEmpty()) {
      about.add(node, "has no checks; write a list of URLs or mappings under \"checks\"");
    }
    section.get().rejectUnknownKeys();
    return Optional.of(new CheckGroup(Optional.of(name), defaults, outer.under(defaults), checks));
  }

  private List<Node> checks(Section section) {
    List<Node> checks = new ArrayList<>();
    for (Node check : section.items("checks")) {
      checks.addAll(
          check instanceof Node.Fields fields
              ? CheckTemplate.expand(fields, problems.about(CheckEntry.subject(fields)))
              : List.of(check));
    }
    return checks;
  }
}
