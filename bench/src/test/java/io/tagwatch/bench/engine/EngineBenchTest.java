package io.tagwatch.bench.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EngineBenchTest {

  @Test
  void measuresAndPrintsARowForEachRun() {
    EngineBench.Result result = EngineBench.run(40, 5, 10);

    assertThat(result.alarms()).isEqualTo(40);
    assertThat(result.evaluateMillis()).isPositive().isLessThan(1_000);
    assertThat(EngineBench.table(result, result).lines()).hasSize(4);
  }
}
