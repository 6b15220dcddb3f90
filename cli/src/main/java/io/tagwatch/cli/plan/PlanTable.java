package io.tagwatch.cli.plan;

import io.tagwatch.alarms.alarm.FieldChange;
import io.tagwatch.alarms.desired.Finding;
import io.tagwatch.alarms.rule.Numbers;
import io.tagwatch.alarms.sync.Change;
import io.tagwatch.alarms.sync.MonthlyPrice;
import io.tagwatch.alarms.sync.Plan;
import io.tagwatch.alarms.tag.RejectedTag;
import io.tagwatch.cli.terminal.Printable;
import io.tagwatch.cli.terminal.Style;
import io.tagwatch.cli.terminal.Table;
import io.tagwatch.cli.terminal.Table.Cell;
import io.tagwatch.cli.words.Words;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A plan as a person reads it: one line that counts, one a change, then what else to know. */
public final class PlanTable {
  private static final int MOST_NOTES = 12;
  private static final int LONGEST_VALUE = 72;

  /** The sentence for people; it says again what other fields say. */
  private static final String DESCRIPTION = "description";

  private final Style style;
  private final boolean everything;

  /**
   * @param everything whether long texts and long lists are shown whole
   */
  public PlanTable(Style style, boolean everything) {
    this.style = style;
    this.everything = everything;
  }

  /** The lines, without line breaks. */
  public List<String> lines(PlanView view) {
    Plan plan = view.survey().plan();
    List<String> lines = new ArrayList<>();
    lines.add(style.bold(head(view)) + "      " + calls(view) + "      " + price(view));
    Table table = new Table();
    plan.changes().forEach(change -> table.row(sign(change), name(change), what(change)));
    lines.addAll(table.lines());
    lines.addAll(notes(view));
    lines.add(
        style.dim(
            "nothing is deleted if discovery is incomplete; see tagwatch plan --help safety"));
    return lines;
  }

  private static String head(PlanView view) {
    return "%s, %s: %d to create, %d to change, %d to delete, %d unchanged"
        .formatted(
            Words.count(view.survey().servers().size(), "server"),
            Words.count(view.alarms(), "alarm"),
            view.cost().creates(),
            view.cost().updates(),
            view.cost().deletes(),
            view.survey().plan().unchanged());
  }

  private static String calls(PlanView view) {
    int calls = view.cost().writeCalls();
    return calls == 0
        ? "no write call"
        : "write calls %d (%s at %s/s)"
            .formatted(
                calls,
                Words.length(view.cost().duration().plusMillis(999)),
                Numbers.print(view.writesPerSecond()));
  }

  private static String price(PlanView view) {
    MonthlyPrice before = view.cost().before();
    MonthlyPrice after = view.cost().after();
    String unknown = unknown(before.unknown(), after.unknown());
    return after
        .asOf()
        .map(
            date ->
                "price %s → %s USD a month (list of %s%s)"
                    .formatted(usd(before), usd(after), date, unknown))
        .orElse("price unknown in " + view.region() + unknown);
  }

  private static String unknown(int before, int after) {
    return before == 0 && after == 0
        ? ""
        : ", without the price of %d → %d alarms".formatted(before, after);
  }

  private static String usd(MonthlyPrice price) {
    return price.usd().setScale(2, RoundingMode.HALF_UP).toPlainString();
  }

  private Cell sign(Change change) {
    return switch (change) {
      case Change.Create create -> new Cell("+", style.good("+"));
      case Change.Update update -> new Cell("~", style.warning("~"));
      case Change.Remind remind -> new Cell("!", style.warning("!"));
      case Change.Delete delete -> new Cell("-", style.bad("-"));
    };
  }

  private static Cell name(Change change) {
    return Cell.of(Printable.of(change.name()));
  }

  private Cell what(Change change) {
    return Cell.of(
        Printable.of(
            switch (change) {
              case Change.Create create -> Words.condition(create.alarm().alarm());
              case Change.Update update -> fields(update.fields());
              case Change.Remind remind -> "was muted and still fires; will tell so";
              case Change.Delete delete -> delete.reason();
            }));
  }

  private String fields(List<FieldChange> fields) {
    boolean aside = !everything && fields.size() > 1;
    return fields.stream()
        .filter(field -> !aside || !field.field().equals(DESCRIPTION))
        .map(field -> field.field() + " " + value(field.before()) + " → " + value(field.after()))
        .collect(Collectors.joining(", "));
  }

  private String value(String value) {
    if (value.isEmpty()) {
      return "none";
    }
    return everything || value.length() <= LONGEST_VALUE
        ? value
        : value.substring(0, LONGEST_VALUE - 1) + "…";
  }

  private List<String> notes(PlanView view) {
    Plan plan = view.survey().plan();
    List<String> notes =
        Stream.of(
                view.survey().failures().stream()
                    .map(
                        failure ->
                            "unread: %s: %s; alarms that need it stay as they are"
                                .formatted(failure.operation(), failure.message())),
                view.survey().desired().rejectedTags().stream().map(PlanTable::tag),
                Stream.concat(plan.findings().stream(), view.survey().desired().findings().stream())
                    .map(PlanTable::finding))
            .flatMap(notesOfAKind -> notesOfAKind)
            .map(Printable::of)
            .toList();
    int shown = everything ? notes.size() : Math.min(MOST_NOTES, notes.size());
    List<String> lines = new ArrayList<>(notes.subList(0, shown));
    if (shown < notes.size()) {
      lines.add(
          "… and %d more notes; --verbose or --json has them".formatted(notes.size() - shown));
    }
    return lines;
  }

  private static String tag(RejectedTag tag) {
    return "tag: %s %s = \"%s\"%s: %s; expected: %s"
        .formatted(
            tag.subject(),
            tag.key(),
            tag.value(),
            tag.column() == 0 ? "" : " column " + tag.column(),
            tag.problem(),
            tag.expected());
  }

  private static String finding(Finding finding) {
    String about =
        Stream.of(finding.subject(), finding.alarm())
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(" "));
    return "note: " + (about.isEmpty() ? "" : about + ": ") + finding.problem();
  }
}
