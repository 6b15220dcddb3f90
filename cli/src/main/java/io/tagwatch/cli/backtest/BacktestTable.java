package io.tagwatch.cli.backtest;

import io.tagwatch.cli.terminal.Printable;
import io.tagwatch.cli.terminal.Style;
import io.tagwatch.cli.terminal.Table;
import io.tagwatch.cli.terminal.Table.Cell;
import io.tagwatch.cli.words.Words;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A backtest as a person reads it: one sentence, one line a trial, then who it was. */
public final class BacktestTable {
  private static final DateTimeFormatter DAY_AND_TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final int MOST_NAMES = 8;

  private final Style style;

  public BacktestTable(Style style) {
    this.style = style;
  }

  /** The lines, without line breaks. */
  public List<String> lines(Result result) {
    List<String> lines = new ArrayList<>();
    lines.add(style.bold(Printable.of(sentence(result))));
    lines.add(style.dim(range(result)));
    Table table = new Table();
    rows(result).forEach(row -> table.row(row.stream().map(this::cell).toArray(Cell[]::new)));
    lines.addAll(table.lines());
    who(result).ifPresent(lines::add);
    result.range().cut().ifPresent(cut -> lines.add("note: " + cut));
    if (!result.withoutData().isEmpty()) {
      lines.add("note: no data in this time: " + Printable.of(names(result.withoutData())));
    }
    return lines;
  }

  /** {@code cpu > 90 for 3 of 3 × 5 m would have fired 7 times on 3 of 12 servers, …}. */
  public static String sentence(Result result) {
    Verdict first = result.verdicts().getFirst();
    String today =
        result.verdicts().stream()
            .filter(one -> one.trial().candidate().isEmpty())
            .filter(one -> one.trial().severity() == first.trial().severity() && one != first)
            .findFirst()
            .map(one -> "; today, at " + one.level() + ": " + times(one.times()))
            .orElse("");
    return "%s %s for %s %s %s on %d of %s, %s in all%s"
        .formatted(
            result.alarm(),
            first.level(),
            first.window(),
            first.trial().candidate().isPresent() ? "would have fired" : "fires",
            times(first.times()),
            first.servers(),
            Words.count(first.allServers(), "server"),
            Words.length(first.total()),
            today);
  }

  /** {@code 14 d, 2026-11-07 14:40 to 2026-11-21 14:40 UTC}. */
  public static String range(Result result) {
    return "%s, %s to %s UTC"
        .formatted(
            Words.length(result.range().length()),
            DAY_AND_TIME.format(result.range().from()),
            DAY_AND_TIME.format(result.range().to()));
  }

  /** The heads, then one row for each trial. */
  public static List<List<String>> rows(Result result) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("TRIED", "LEVEL", "WINDOW", "FIRED", "ON", "IN ALL", "WORST"));
    for (Verdict verdict : result.verdicts()) {
      rows.add(
          List.of(
              verdict.trial().severity().word()
                  + (verdict.trial().candidate().isPresent() ? "" : ", today"),
              verdict.level(),
              verdict.window(),
              times(verdict.times()),
              verdict.servers() + " of " + verdict.allServers(),
              Words.length(verdict.total()),
              verdict.worst().map(BacktestTable::worst).orElse("–")));
    }
    return rows;
  }

  /** {@code web-2, 2026-11-17 02:00–02:55 (55 min)}. */
  static String worst(Outcome outcome) {
    Firing firing = outcome.worst().orElseThrow();
    return "%s, %s–%s (%s)"
        .formatted(
            outcome.subject().label(),
            DAY_AND_TIME.format(firing.from()),
            end(firing),
            Words.length(firing.length()));
  }

  private static String end(Firing firing) {
    boolean sameDay = day(firing.from()).equals(day(firing.to()));
    return (sameDay ? TIME : DAY_AND_TIME).format(firing.to());
  }

  private static String day(Instant at) {
    return DAY_AND_TIME.format(at).substring(0, 10);
  }

  private static Optional<String> who(Result result) {
    List<Outcome> fired = result.verdicts().getFirst().fired();
    if (fired.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        "on "
            + Printable.of(
                names(
                    fired.stream()
                        .map(
                            one ->
                                "%s (%s, %s)"
                                    .formatted(
                                        one.subject().label(),
                                        times(one.firings().size()),
                                        Words.length(one.total())))
                        .toList())));
  }

  private static String names(List<String> names) {
    String first = names.stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
    return names.size() <= MOST_NAMES
        ? first
        : first + " and %d more".formatted(names.size() - MOST_NAMES);
  }

  private static String times(int times) {
    return times == 0 ? "never" : Words.count(times, "time");
  }

  private Cell cell(String text) {
    String printable = Printable.of(text);
    boolean head = text.equals(text.toUpperCase(Locale.ROOT)) && text.matches("[A-Z ]+");
    return head ? new Cell(printable, style.dim(printable)) : Cell.of(printable);
  }
}
