package io.tagwatch.alarms.rule;

import io.tagwatch.alarms.fleet.MetricName;
import io.tagwatch.common.config.Glob;
import io.tagwatch.common.config.Node;
import io.tagwatch.common.config.Section;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The entries of {@code alarms:}. */
final class RulesReader {
  static final Set<String> RESERVED =
      Set.of("owner", "runbook", "profiles", "mute-until", "status", "check");
  private static final Set<String> OF_CHECKS =
      Set.of(AlarmRule.CHECK_DOWN, AlarmRule.CHECK_LATENCY, AlarmRule.CHECK_CERTIFICATE);

  private static final Duration LONGEST_WARM_UP = Duration.ofDays(1);

  private RulesReader() {}

  static Rules read(Section root) {
    Map<String, AlarmRule> rules = new LinkedHashMap<>();
    Optional<Section> section = root.section("alarms");
    Set<String> declared = section.map(Section::keys).orElse(Set.of());
    for (String name : declared) {
      rule(section.orElseThrow(), name).ifPresent(rule -> rules.put(name, rule));
    }
    return new Rules(rules, declared);
  }

  private static Optional<AlarmRule> rule(Section alarms, String name) {
    Names.complaint(name, "an alarm")
        .ifPresent(message -> alarms.problems().add(alarms.keyPlace(name), message));
    if (RESERVED.contains(name)) {
      alarms
          .problems()
          .add(alarms.keyPlace(name), "the name \"" + name + "\" is reserved; choose another one");
    }
    if (alarms.node(name).isEmpty()) {
      alarms.problems().add(alarms.keyPlace(name), "is empty; give it a metric and a level");
      return Optional.empty();
    }
    return alarms.section(name).flatMap(section -> rule(name, section));
  }

  private static Optional<AlarmRule> rule(String name, Section section) {
    SubjectKind subject =
        Words.oneOf(section, "subject", SubjectKind.words(), SubjectKind::parse)
            .orElse(SubjectKind.SERVERS);
    requireChecksSubject(name, subject, section);
    int priority = section.integer("priority", 0, 1_000_000).orElse(AlarmRule.DEFAULT_PRIORITY);
    Optional<Measure> measure = new MeasureReader(subject).read(section);
    Optional<Settings> settings = SettingsReader.read(section, measure);
    List<String> each = each(section, subject);
    SeriesFilter filter = new SeriesFilter(globs(section, "include"), globs(section, "exclude"));
    boolean optional = section.flag("optional").orElse(false);
    List<SizeLevels> sizes = SettingsReader.sizes(section);
    Optional<Ec2Action> ec2Action = ec2Action(section, measure.flatMap(Measure::onlyMetric));
    Duration warmUp = warmUp(section);
    Announce announce =
        new Announce(
            section.flag("announce_ok").orElse(Announce.DEFAULT.ok()),
            section.flag("announce_insufficient_data").orElse(Announce.DEFAULT.insufficientData()));
    section.rejectUnknownKeys();
    return measure.flatMap(
        m ->
            settings.map(
                s ->
                    new AlarmRule(
                        name, subject, priority, m, s, each, filter, optional, sizes, ec2Action,
                        warmUp, announce)));
  }

  /** {@code off} arrives as text, or as false where a YAML 1.1 reader had it before us. */
  private static Duration warmUp(Section section) {
    Optional<Node> node = section.node("warm_up");
    boolean off =
        node.filter(
                n ->
                    n instanceof Node.Text text && text.value().equals("off")
                        || n instanceof Node.Flag flag && !flag.value())
            .isPresent();
    if (off) {
      return Duration.ZERO;
    }
    Duration warmUp = section.duration("warm_up").orElse(AlarmRule.DEFAULT_WARM_UP);
    if (warmUp.compareTo(LONGEST_WARM_UP) > 0) {
      section.problems().add(node.orElseThrow(), "a warm-up is at most 1d; write 15m, or off");
    }
    return warmUp;
  }

  private static void requireChecksSubject(String name, SubjectKind subject, Section section) {
    if (OF_CHECKS.contains(name) && subject != SubjectKind.CHECKS) {
      section.problems().add(section.place(), name + " is about checks; add subject: checks");
    }
  }

  private static Optional<Ec2Action> ec2Action(Section section, Optional<MetricName> metric) {
    Optional<Ec2Action> action =
        Words.oneOf(section, "ec2_action", Ec2Action.words(), Ec2Action::parse);
    action
        .filter(a -> metric.filter(m -> m.isFromEc2() && m.name().equals(a.metric())).isEmpty())
        .ifPresent(
            a ->
                section
                    .problems()
                    .add(
                        section.node("ec2_action").orElseThrow(),
                        a.word() + " is for the metric AWS/EC2 " + a.metric() + " only"));
    return action;
  }

  private static List<String> each(Section section, SubjectKind subject) {
    List<String> each = section.texts("each");
    if (!each.isEmpty() && subject != SubjectKind.SERVERS) {
      section
          .problems()
          .add(section.keyPlace("each"), "each is for alarms of servers; leave it out");
    }
    return each;
  }

  private static Map<String, List<Glob>> globs(Section section, String key) {
    Map<String, List<Glob>> globs = new LinkedHashMap<>();
    for (Map.Entry<String, Node> entry : section.members(key).entrySet()) {
      globs.put(entry.getKey(), Words.globs(entry.getValue(), section.problems()));
    }
    return globs;
  }
}
