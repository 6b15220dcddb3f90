package io.tagwatch.uptime.check;

import io.tagwatch.common.check.CheckEntry;
import io.tagwatch.common.check.HostPort;
import io.tagwatch.common.config.Node;
import io.tagwatch.common.config.Problems;
import io.tagwatch.common.config.Section;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the document of {@code checks.yaml}. */
final class ChecksFileReader {
  private final Problems problems;
  private final Map<String, Node> names = new HashMap<>();

  ChecksFileReader(Problems problems) {
    this.problems = problems;
  }

  ChecksConfig read(Node root) {
    Optional<Section> document = Section.of(root, problems);
    if (document.isEmpty()) {
      return new ChecksConfig(List.of(), List.of(), AddressRules.DEFAULT);
    }
    Section section = document.get();
    List<URI> selfCheck = selfCheck(section);
    AddressRules addresses =
        section.section("network").map(this::network).orElse(AddressRules.DEFAULT);
    Defaults defaults = Defaults.read(section.section("defaults"));
    if (section.node("checks").isEmpty()) {
      problems.add(section.place(), "needs the key \"checks\", a list of URLs or mappings");
    }
    List<Check> checks = new ArrayList<>();
    for (Node node : section.items("checks")) {
      check(node, defaults).ifPresent(checks::add);
    }
    section.rejectUnknownKeys();
    return new ChecksConfig(checks, selfCheck, addresses);
  }

  private Optional<Check> check(Node node, Defaults defaults) {
    Optional<Check> check =
        switch (node) {
          case Node.Text text ->
              CheckEntry.ofBareUrl(text, problems.about("check " + text.describe()))
                  .flatMap(
                      entry ->
                          new CheckReader(defaults)
                              .bare(entry, text, problems.about("check " + text.describe())));
          case Node.Fields fields ->
              Section.of(fields, problems.about("check " + nameOf(fields)))
                  .flatMap(new CheckReader(defaults)::read);
          default -> {
            problems.add(node, node.describe() + " is not a check; write a URL, or name: and url:");
            yield Optional.empty();
          }
        };
    check.ifPresent(read -> rejectDouble(read.name(), node));
    return check;
  }

  /** How a check is called in sentences, whatever is wrong with it. */
  private static String nameOf(Node.Fields fields) {
    Node name = fields.values().get("name");
    Node called = name == null ? fields.values().get("url") : name;
    return called == null ? "without a name" : called.describe();
  }

  private void rejectDouble(String name, Node node) {
    Node first = names.putIfAbsent(name, node);
    if (first != null) {
      String where =
          first.place().hasLine() ? "line " + first.place().line() : first.place().path();
      problems
          .about("check \"" + name + "\"")
          .add(
              node,
              "the name \""
                  + name
                  + "\" is taken by "
                  + where
                  + "; give this one a name of its own");
    }
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
      Optional<URI> url = node instanceof Node.Text text ? webUrl(text.value()) : Optional.empty();
      if (url.isEmpty()) {
        section.problems().add(node, node.describe() + " is not a URL; write https://host/path");
      }
      url.ifPresent(urls::add);
    }
    return urls;
  }

  private static Optional<URI> webUrl(String text) {
    try {
      URI url = new URI(text);
      boolean web =
          "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
      return web && HostPort.of(url).isPresent() ? Optional.of(url) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
