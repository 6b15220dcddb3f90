package io.tagwatch.alarms.rule;

import io.tagwatch.common.alarm.Severity;
import io.tagwatch.common.check.Datapoints;
import io.tagwatch.common.config.Glob;
import io.tagwatch.common.config.Node;
import io.tagwatch.common.config.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** That part of a rule which tags may override. */
final class SettingsReader {
  private static final Datapoints DEFAULT_DATAPOINTS = new Datapoints(3, 3);
  private static final Period ONE_MINUTE = new Period(60);

  private SettingsReader() {}

  static Optional<Settings> read(Section section, Optional<Measure> measure) {
    List<Level> levels = levels(section);
    Datapoints datapoints =
        section
            .node("datapoints")
            .flatMap(node -> Datapoints.read(node, section.problems()))
            .orElse(DEFAULT_DATAPOINTS);
    Period usual = measure.filter(Measure::isFromEc2).map(m -> Period.AUTO).orElse(ONE_MINUTE);
    Period period =
        Words.parsed(section, "period", "a period", Period.FORM, Period::parse).orElse(usual);
    Optional<Statistic> statistic = statistic(section, measure);
    MissingMode missing =
        Words.parsed(section, "missing", "a mode", MissingMode.FORM, MissingMode::parse)
            .orElse(MissingMode.MISSING);
    checkWindow(section, datapoints, period);
    checkBand(section, levels, measure);
    if (statistic.isEmpty() || levels.isEmpty()) {
      return Optional.empty();
    }
    Settings empty = new Settings(Map.of(), datapoints, period, statistic.get(), missing);
    return Optional.of(empty.withLevels(levels));
  }

  /** The items of {@code sizes:}. */
  static List<SizeLevels> sizes(Section section) {
    List<SizeLevels> sizes = new ArrayList<>();
    for (Node node : section.items("sizes")) {
      Section.of(node, section.problems())
          .ifPresent(
              item -> {
                Optional<String> type = item.requiredText("instance_type");
                List<Level> levels = levels(item);
                item.rejectUnknownKeys();
                type.filter(t -> !levels.isEmpty())
                    .ifPresent(t -> sizes.add(new SizeLevels(new Glob(t), levels)));
              });
    }
    return sizes;
  }

  /** The rule's statistic; not needed when every input of metric math has its own. */
  private static Optional<Statistic> statistic(Section section, Optional<Measure> measure) {
    List<Statistic> own =
        measure.stream()
            .flatMap(m -> m.inputs().stream())
            .flatMap(input -> input.statistic().stream())
            .toList();
    if (section.node("statistic").isEmpty()) {
      if (!own.isEmpty() && own.size() == measure.orElseThrow().inputs().size()) {
        return Optional.of(own.getFirst());
      }
      section.problems().add(section.place(), "needs the key \"statistic\"");
    }
    return Words.parsed(section, "statistic", "a statistic", Statistic.FORM, Statistic::parse);
  }

  private static List<Level> levels(Section section) {
    List<Level> levels = new ArrayList<>();
    boolean given = false;
    for (Severity severity : Severity.values()) {
      String key = severity.word();
      given |= section.node(key).isPresent();
      section
          .node(key)
          .flatMap(node -> Level.read(severity, node, section.problems()))
          .ifPresent(levels::add);
    }
    if (!given) {
      section.problems().add(section.place(), "needs a level: critical, warning or info");
    }
    checkOrder(section, levels);
    return levels;
  }

  private static void checkOrder(Section section, List<Level> levels) {
    for (int i = 1; i < levels.size(); i++) {
      Level worse = levels.get(i - 1);
      Level milder = levels.get(i);
      String key = milder.severity().word();
      if (worse.operator().rising() != milder.operator().rising()) {
        section
            .problems()
            .add(
                section.node(key).orElseThrow(),
                "must compare in the direction of "
                    + worse.severity().word()
                    + ", which is \""
                    + worse
                    + "\"");
      } else if (!worse.operator().isLessSevere(milder.threshold(), worse.threshold())) {
        section
            .problems()
            .add(
                section.node(key).orElseThrow(),
                "\""
                    + milder
                    + "\" must be less severe than "
                    + worse.severity().word()
                    + " \""
                    + worse
                    + "\"");
      }
    }
  }

  /** Bands are drawn around metrics, and all levels of an alarm are of one kind. */
  private static void checkBand(Section section, List<Level> levels, Optional<Measure> measure) {
    long bands = levels.stream().filter(level -> level.operator().isBand()).count();
    if (bands > 0 && bands < levels.size()) {
      section
          .problems()
          .add(section.place(), "all levels must be thresholds, or all must be anomaly bands");
    }
    if (bands > 0 && measure.flatMap(Measure::expression).isPresent()) {
      section.problems().add(section.place(), "an anomaly band needs a metric, not an expression");
    }
  }

  private static void checkWindow(Section section, Datapoints datapoints, Period period) {
    int seconds = period.secondsFor(false);
    if (!Window.fits(datapoints.of(), seconds)) {
      section
          .problems()
          .add(
              section.keyPlace(section.node("datapoints").isPresent() ? "datapoints" : "period"),
              Window.complaint(datapoints.of(), seconds));
    }
  }
}
