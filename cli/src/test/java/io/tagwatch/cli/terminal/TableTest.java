package io.tagwatch.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagwatch.cli.terminal.Table.Cell;
import org.junit.jupiter.api.Test;

class TableTest {

  @Test
  void alignsColumnsByTheirWidestCell() {
    Table table =
        new Table().row("NAME", "TIME", "WHY").row("api.example.com", "3 s", "").row("a", "");

    assertThat(table.lines())
        .containsExactly("NAME             TIME  WHY", "api.example.com  3 s", "a");
  }

  @Test
  void doesNotCountColours() {
    Table table =
        new Table().row(new Cell("DOWN", Style.COLOUR.bad("DOWN")), Cell.of("x")).row("up", "y");

    assertThat(table.lines()).containsExactly("\u001b[1;31mDOWN\u001b[0m  x", "up    y");
  }

  @Test
  void letsTheLastCellOfARowBeAsLongAsItLikes() {
    Table table = new Table().row("a", "b").row("a sentence that has a line of its own");

    assertThat(table.lines().getFirst()).isEqualTo("a  b");
  }
}
