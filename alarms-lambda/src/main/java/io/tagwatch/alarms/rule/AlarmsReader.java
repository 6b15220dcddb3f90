package io.tagwatch.alarms.rule;

import io.tagwatch.common.config.ConfigFile;
import io.tagwatch.common.config.Node;
import io.tagwatch.common.config.Section;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The top level of {@code alarms.yaml}. */
final class AlarmsReader {
  private static final double DEFAULT_WRITES_PER_SECOND = 3;
  private static final int MOST_WRITES_PER_SECOND = 1_000;

  private AlarmsReader() {}

  static AlarmsConfig read(ConfigFile file) {
    Optional<Section> root =
        file.parsed() ? Section.of(file.root(), file.problems()) : Optional.empty();
    return root.map(AlarmsReader::read).orElseGet(AlarmsReader::nothing);
  }

  private static AlarmsConfig read(Section root) {
    double writes =
        root.section("limits").map(AlarmsReader::writes).orElse(DEFAULT_WRITES_PER_SECOND);
    Safety safety = root.section("safety").map(AlarmsReader::safety).orElse(Safety.DEFAULT);
    StoppedPolicy stopped =
        Words.oneOf(root, "stopped", StoppedPolicy.words(), StoppedPolicy::parse)
            .orElse(StoppedPolicy.KEEP);
    boolean statusTag = root.flag("status_tag").orElse(false);
    Optional<HostJoin> join = root.section("join").flatMap(AlarmsReader::join);
    CheckAddress address =
        root.section("discovered_checks")
            .flatMap(AlarmsReader::address)
            .orElse(CheckAddress.PRIVATE_IP);
    Rules rules = RulesReader.read(root);
    Map<String, Profile> profiles = ProfilesReader.read(root, rules);
    List<StaticSubject> statics = StaticReader.read(root, rules);
    Map<String, Composite> composites = CompositesReader.read(root, rules);
    List<Place> places = PlacesReader.read(root);
    root.rejectUnknownKeys();
    return new AlarmsConfig(
        writes,
        safety,
        stopped,
        statusTag,
        join,
        address,
        rules.read(),
        profiles,
        composites,
        statics,
        List.of(),
        places);
  }

  private static double writes(Section section) {
    Optional<BigDecimal> given = section.number("writes_per_second");
    section.rejectUnknownKeys();
    if (given.isEmpty()) {
      return DEFAULT_WRITES_PER_SECOND;
    }
    double writes = given.get().doubleValue();
    if (writes < 0.1 || writes > MOST_WRITES_PER_SECOND) {
      Node node = section.node("writes_per_second").orElseThrow();
      section
          .problems()
          .add(node, node.describe() + " must be a number from 0.1 to " + MOST_WRITES_PER_SECOND);
      return DEFAULT_WRITES_PER_SECOND;
    }
    return writes;
  }

  private static Safety safety(Section section) {
    double share =
        section
            .number("max_delete_share")
            .map(BigDecimal::doubleValue)
            .orElse(Safety.DEFAULT.maxDeleteShare());
    int from = section.integer("from", 0, 1_000_000).orElse(Safety.DEFAULT.from());
    if (share < 0 || share > 1) {
      Node node = section.node("max_delete_share").orElseThrow();
      section.problems().add(node, node.describe() + " must be a share from 0 to 1, such as 0.5");
    }
    section.rejectUnknownKeys();
    return new Safety(share, from);
  }

  private static Optional<HostJoin> join(Section section) {
    Optional<String> dimension = section.requiredText("dimension");
    if (section.node("equals").isEmpty()) {
      section.problems().add(section.place(), "needs the key \"equals\"");
    }
    Optional<HostJoin.Equals> equals =
        Words.oneOf(section, "equals", HostJoin.Equals.words(), HostJoin.Equals::parse);
    section.rejectUnknownKeys();
    return dimension.flatMap(name -> equals.map(e -> new HostJoin(name, e)));
  }

  private static Optional<CheckAddress> address(Section section) {
    Optional<CheckAddress> address =
        Words.oneOf(section, "address", CheckAddress.words(), CheckAddress::parse);
    section.rejectUnknownKeys();
    return address;
  }

  private static AlarmsConfig nothing() {
    return new AlarmsConfig(
        DEFAULT_WRITES_PER_SECOND,
        Safety.DEFAULT,
        StoppedPolicy.KEEP,
        false,
        Optional.empty(),
        CheckAddress.PRIVATE_IP,
        Map.of(),
        Map.of(),
        Map.of(),
        List.of(),
        List.of(),
        List.of());
  }
}
