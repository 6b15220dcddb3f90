package io.tagwatch.cli.check;

import io.tagwatch.cli.terminal.Style;
import io.tagwatch.cli.terminal.Table;
import io.tagwatch.cli.terminal.Table.Cell;
import io.tagwatch.uptime.probe.Failure;
import io.tagwatch.uptime.probe.ProbeResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/** The results as a person reads them: one line each, problems readable in the last column. */
public final class CheckTable {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final Style style;

  public CheckTable(Style style) {
    this.style = style;
  }

  /** The table and a last line that counts. */
  public List<String> lines(List<ProbeResult> results) {
    PhaseBars bars = PhaseBars.scaledTo(results.stream().map(ProbeResult::phases).toList());
    Table table = new Table();
    table.row(
        dim("NAME"),
        dim("VERDICT"),
        dim("TIME"),
        dim(PhaseBars.title()),
        dim("CERTIFICATE"),
        dim("WHY"));
    for (ProbeResult result : results) {
      table.row(
          Cell.of(result.name()),
          verdict(result),
          Cell.of(time(result.latency())),
          Cell.of(bars.draw(result.phases())),
          certificate(result.certificateDaysLeft()),
          Cell.of(result.failure().map(CheckTable::why).orElse("")));
    }
    List<String> lines = new ArrayList<>(table.lines());
    long up = results.stream().filter(ProbeResult::up).count();
    lines.add("%d of %d up".formatted(up, results.size()));
    return lines;
  }

  private Cell verdict(ProbeResult result) {
    return result.up() ? new Cell("up", style.good("up")) : new Cell("DOWN", style.bad("DOWN"));
  }

  private static String time(Duration duration) {
    return duration.compareTo(SECOND) < 0
        ? duration.toMillis() + " ms"
        : String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1_000.0);
  }

  private Cell certificate(OptionalLong daysLeft) {
    if (daysLeft.isEmpty()) {
      return Cell.of("");
    }
    long days = daysLeft.getAsLong();
    String text = days < 0 ? "expired " + -days + " d" : days + (days == 1 ? " day" : " days");
    return new Cell(text, days < 0 ? style.bad(text) : text);
  }

  private static String why(Failure failure) {
    return failure.reason().code() + ": " + failure.detail();
  }

  private Cell dim(String title) {
    return new Cell(title, style.dim(title));
  }
}
