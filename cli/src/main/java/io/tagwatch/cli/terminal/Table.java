package io.tagwatch.cli.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Rows of cells, each column as wide as its widest cell, two blanks between. Not thread-safe. */
public final class Table {
  private static final String GAP = "  ";

  /**
   * One cell.
   *
   * @param text what counts for the width; anything, but without escape sequences
   * @param shown the same text as it is printed, with colours
   */
  public record Cell(String text, String shown) {
    public static Cell of(String text) {
      return new Cell(text, text);
    }

    /** Columns that the text takes on a terminal; symbols outside the first plane take two. */
    int width() {
      return text.codePoints().map(point -> point > 0xFFFF ? 2 : 1).sum();
    }
  }

  private final List<List<Cell>> rows = new ArrayList<>();

  public Table row(Cell... cells) {
    rows.add(List.of(cells));
    return this;
  }

  public Table row(String... cells) {
    rows.add(List.of(cells).stream().map(Cell::of).toList());
    return this;
  }

  /** The lines, without blanks at their ends. */
  public List<String> lines() {
    int columns = rows.stream().mapToInt(List::size).max().orElse(0);
    int[] widths = IntStream.range(0, columns).map(this::width).toArray();
    return rows.stream().map(row -> line(row, widths)).toList();
  }

  /** The last column of a row may be as long as it likes, so only others count. */
  private int width(int column) {
    return rows.stream()
        .filter(row -> row.size() > column + 1)
        .mapToInt(row -> row.get(column).width())
        .max()
        .orElse(0);
  }

  private static String line(List<Cell> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < row.size(); i++) {
      Cell cell = row.get(i);
      line.append(cell.shown());
      if (i < row.size() - 1) {
        line.repeat(" ", Math.max(0, widths[i] - cell.width())).append(GAP);
      }
    }
    return line.toString().stripTrailing();
  }
}
