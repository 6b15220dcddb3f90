package io.tagwatch.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableTest {

  @Test
  void alignsItsColumns() {
    Table table = new Table("function", "cold").row("notify-lambda", "390 ms").row("x", 1);

    assertThat(table)
        .hasToString(
            """
            | function      | cold   |
            | ------------- | ------ |
            | notify-lambda | 390 ms |
            | x             | 1      |
            """);
  }
}
