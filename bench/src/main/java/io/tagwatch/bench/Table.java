package io.tagwatch.bench;

import java.util.ArrayList;
import java.util.List;

/** Rows of figures, printed as a Markdown table with aligned columns. */
public final class Table {
  private final List<List<String>> rows = new ArrayList<>();

  public Table(String... heads) {
    rows.add(List.of(heads));
  }

  public Table row(Object... cells) {
    List<String> row = new ArrayList<>();
    for (Object cell : cells) {
      row.add(String.valueOf(cell));
    }
    rows.add(row);
    return this;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < rows.size(); i++) {
      line(text, rows.get(i), " ");
      if (i == 0) {
        line(text, rows.getFirst().stream().map(cell -> "").toList(), "-");
      }
    }
    return text.toString();
  }

  private void line(StringBuilder text, List<String> cells, String filler) {
    for (int column = 0; column < cells.size(); column++) {
      String cell = cells.get(column);
      text.append("| ")
          .append(cell)
          .append(filler.repeat(width(column) - cell.length()))
          .append(' ');
    }
    text.append("|\n");
  }

  private int width(int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }
}
