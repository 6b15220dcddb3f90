package io.tagwatch.uptime.check;

import io.tagwatch.common.check.CheckEntry;
import io.tagwatch.common.check.CheckGroup;
import io.tagwatch.common.check.CheckGroups;
import io.tagwatch.common.check.CheckNames;
import io.tagwatch.common.check.CheckUrl;
import io.tagwatch.common.config.Node;
import io.tagwatch.common.config.Problems;
import io.tagwatch.common.config.Section;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the document of {@code checks.yaml}. */
final class ChecksFileReader {
  private final Problems problems;

  ChecksFileReader(Problems problems) {
    this.problems = problems;
  }

  ChecksConfig read(Node root) {
    Optional<Section> document = Section.of(root, problems);
    if (document.isEmpty()) {
      return ChecksConfig.NOTHING;
    }
    Section section = document.get();
    List<URI> selfCheck = selfCheck(section);
    AddressRules addresses =
        section.section("network").map(this::network).orElse(AddressRules.DEFAULT);
    if (section.node("checks").isEmpty() && section.node("groups").isEmpty()) {
      problems.add(section.place(), "needs the key \"checks\", a list of URLs or mappings");
    }
    List<CheckGroup> groups = CheckGroups.read(section);
    List<Check> checks = checks(groups);
    Publication publication = Publication.read(section);
    section.rejectUnknownKeys();
    return new ChecksConfig(checks, selfCheck, addresses, publication);
  }

  /** The defaults of the file, which come first, are those of every group that is silent. */
  private List<Check> checks(List<CheckGroup> groups) {
    Defaults ofFile = defaults(groups.getFirst(), Defaults.BUILT_IN);
    CheckNames names = new CheckNames();
    List<Check> checks = new ArrayList<>();
    for (CheckGroup group : groups) {
      Defaults defaults = group.name().isEmpty() ? ofFile : defaults(group, ofFile);
      CheckReader reader = new CheckReader(defaults, group.inherited(), names);
      group
          .checks()
          .forEach(node -> check(node, reader, defaults.timeout()).ifPresent(checks::add));
    }
    return checks;
  }

  private static Defaults defaults(CheckGroup group, Defaults outer) {
    Defaults defaults = Defaults.read(group.defaults(), outer);
    group.defaults().ifPresent(section -> Soundness.examine(section, outer.timeout()));
    return defaults;
  }

  private Optional<Check> check(Node node, CheckReader reader, Duration timeout) {
    return switch (node) {
      case Node.Text text -> reader.bare(text, problems.about(CheckEntry.subject(text)));
      case Node.Fields fields -> {
        Problems about = problems.about(CheckEntry.subject(fields));
        Optional<Check> check = reader.read(fields, about);
        Soundness.examine(Section.of(fields, about).orElseThrow(), timeout);
        yield check;
      }
      default -> {
        problems.add(node, node.describe() + " is not a check; write a URL, or name: and url:");
        yield Optional.empty();
      }
    };
  }

  private AddressRules network(Section section) {
    AddressRules rules = new AddressRules(ranges(section, "allow"), ranges(section, "deny"));
    section.rejectUnknownKeys();
    return rules;
  }

  private static List<Cidr> ranges(Section section, String key) {
    List<Cidr> ranges = new ArrayList<>();
    for (Node node : section.items(key)) {
      Optional<Cidr> range =
          node instanceof Node.Text text ? Cidr.parse(text.value()) : Optional.empty();
      if (range.isEmpty()) {
        section
            .problems()
            .add(node, node.describe() + " is not a range of addresses; write 10.0.0.0/8");
      }
      range.ifPresent(ranges::add);
    }
    return ranges;
  }

  private static List<URI> selfCheck(Section section) {
    List<URI> urls = new ArrayList<>();
    for (Node node : section.items("self_check")) {
      CheckUrl.readWeb(node, section.problems()).ifPresent(urls::add);
    }
    return urls;
  }
}
