package io.tagwatch.cli.explain;

import io.tagwatch.alarms.desired.Explanation.Absence;
import io.tagwatch.alarms.fleet.Server;
import io.tagwatch.alarms.rule.Level;
import io.tagwatch.alarms.rule.Numbers;
import io.tagwatch.alarms.tag.RejectedTag;
import io.tagwatch.cli.page.model.Unit;
import io.tagwatch.cli.terminal.Printable;
import io.tagwatch.cli.terminal.Style;
import io.tagwatch.cli.terminal.Table;
import io.tagwatch.cli.terminal.Table.Cell;
import io.tagwatch.cli.words.Words;
import io.tagwatch.common.alarm.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** An explanation as a person reads it: one line an alarm, then what is missing and mistyped. */
public final class ExplainTable {
  private static final String NONE = "–";

  private final Style style;
  private final boolean everyValue;

  /**
   * @param everyValue whether a line below each alarm says who decided each of its values
   */
  public ExplainTable(Style style, boolean everyValue) {
    this.style = style;
    this.everyValue = everyValue;
  }

  /** The lines, without line breaks. */
  public List<String> lines(ExplainedServer explained) {
    Server server = explained.explanation().server();
    List<String> lines = new ArrayList<>();
    lines.add(head(server));
    Table table = new Table();
    table.row(
        dim("ALARM"),
        dim("WARNING"),
        dim("CRITICAL"),
        dim("WINDOW"),
        dim("DECIDED BY"),
        dim("CAN FIRE"));
    for (ExplainedAlarm alarm : explained.alarms()) {
      table.row(
          Cell.of(Printable.of(alarm.row().alarm())),
          mild(alarm),
          Cell.of(level(alarm, Severity.CRITICAL)),
          Cell.of(window(alarm)),
          Cell.of(Printable.of(decidedBy(alarm))),
          canFire(alarm));
    }
    explained.explanation().absent().forEach(absence -> table.row(absent(absence)));
    lines.addAll(table.lines());
    if (everyValue) {
      explained.alarms().forEach(alarm -> lines.add(style.dim(values(alarm))));
    }
    explained.composites().forEach(composite -> lines.add(Printable.of(composite.sentence())));
    explained.explanation().rejectedTags().forEach(tag -> lines.add(mistake(tag)));
    explained.notes().forEach(note -> lines.add("note: " + Printable.of(note)));
    return lines;
  }

  private String head(Server server) {
    return style.bold(Printable.of(server.name().orElse(server.id())))
        + "  "
        + (server.name().isPresent() ? server.id() + "  " : "")
        + server.state().word()
        + ", "
        + server.instanceType()
        + ", detailed monitoring "
        + (server.detailedMonitoring() ? "on (1-minute datapoints)" : "off (5-minute datapoints)");
  }

  /** An alarm of level info has neither of the others; it stands where the warning would. */
  private static Cell mild(ExplainedAlarm alarm) {
    boolean info =
        alarm.row().settings().levels().containsKey(Severity.INFO)
            && !alarm.row().settings().levels().containsKey(Severity.WARNING);
    return info
        ? Cell.of(level(alarm, Severity.INFO) + " (info)")
        : Cell.of(level(alarm, Severity.WARNING));
  }

  private static String level(ExplainedAlarm alarm, Severity severity) {
    Level level = alarm.row().settings().levels().get(severity);
    if (level == null) {
      return NONE;
    }
    String sign = Unit.of("None", alarm.metric(), level.threshold()).sign();
    return Words.level(level.operator().aws(), Numbers.print(level.threshold()))
        + (sign.isEmpty() ? "" : " " + sign);
  }

  private static String window(ExplainedAlarm alarm) {
    return Words.window(
        alarm.row().settings().datapoints().toAlarm(),
        alarm.row().settings().datapoints().of(),
        alarm.row().periodSeconds());
  }

  /** The profile that brought it, and each tag that says something of it. */
  private static String decidedBy(ExplainedAlarm alarm) {
    Map<String, List<String>> tags = new LinkedHashMap<>();
    alarm
        .decidedBy()
        .forEach(
            (value, by) -> {
              if (by.startsWith("tag ")) {
                tags.computeIfAbsent(by, key -> new ArrayList<>()).add(value);
              }
            });
    return tags.isEmpty()
        ? alarm.row().decidedBy().alarm()
        : tags.entrySet().stream()
            .map(entry -> entry.getKey() + " (" + String.join(", ", entry.getValue()) + ")")
            .collect(Collectors.joining(", "));
  }

  private Cell canFire(ExplainedAlarm alarm) {
    if (alarm.obstacle().isPresent()) {
      String text = "no: " + Printable.of(alarm.obstacle().get());
      return new Cell(text, style.warning(text));
    }
    String value =
        alarm.series().latest().isPresent()
            ? ", "
                + Unit.of("None", alarm.metric(), alarm.series().latest().getAsDouble())
                    .words(alarm.series().latest().getAsDouble())
                + " now"
            : "";
    return alarm.existing().entrySet().stream()
        .filter(entry -> entry.getValue().state().equals("ALARM"))
        .map(
            entry ->
                "yes, in alarm (%s) since %s%s"
                    .formatted(entry.getKey().word(), entry.getValue().since(), value))
        .findFirst()
        .map(text -> new Cell(text, style.bad(text)))
        .orElseGet(() -> Cell.of("yes, " + state(alarm) + value));
  }

  private static String state(ExplainedAlarm alarm) {
    return alarm.existing().values().stream().anyMatch(AlarmReading::lacksData)
        ? "waiting for data"
        : "OK";
  }

  private Cell[] absent(Absence absence) {
    return new Cell[] {
      dim(Printable.of(absence.alarm())),
      dim(NONE),
      dim(NONE),
      dim(NONE),
      dim("not applied: " + Printable.of(absence.reason()))
    };
  }

  private static String values(ExplainedAlarm alarm) {
    return "  "
        + alarm.row().alarm()
        + ": "
        + alarm.decidedBy().entrySet().stream()
            .map(entry -> entry.getKey() + " by " + entry.getValue())
            .collect(Collectors.joining(", "))
        + "; "
        + alarm.row().settings().statistic()
        + ", missing data "
        + alarm.row().settings().missing().aws();
  }

  private String mistake(RejectedTag tag) {
    return style.warning(
        Printable.of(
            "tag %s = \"%s\"%s: %s; expected: %s"
                .formatted(
                    tag.key(),
                    tag.value(),
                    tag.column() == 0 ? "" : " column " + tag.column(),
                    tag.problem(),
                    tag.expected())));
  }

  private Cell dim(String text) {
    return new Cell(text, style.dim(text));
  }
}
