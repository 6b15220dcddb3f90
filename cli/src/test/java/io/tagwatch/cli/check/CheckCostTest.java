package io.tagwatch.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagwatch.common.config.ConfigFile;
import io.tagwatch.common.config.JsonDocument;
import io.tagwatch.common.config.Problems;
import io.tagwatch.uptime.check.ChecksConfig;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckCostTest {

  @ParameterizedTest
  @CsvSource({
    "10, 36, 43200, 10.80, 0.43, 0.33",
    "100, 306, 43200, 91.80, 0.43, 0.58",
    "1000, 3006, 172800, 901.80, 1.73, 3.18",
    "10000, 30006, 1339200, 5000.60, 13.39, 29.10"
  })
  void isThatOfTheTableInTheDocs(
      int checks,
      int metrics,
      long requests,
      String metricsUsd,
      String requestsUsd,
      String lambdaUsd) {
    CheckCost cost = CheckCost.of(config(checks, ""), "us-east-1");

    assertThat(cost.metrics()).isEqualTo(metrics);
    assertThat(cost.requests()).isEqualTo(requests);
    assertThat(CheckCost.money(cost.parts().get(0).usd())).isEqualTo(metricsUsd);
    assertThat(CheckCost.money(cost.parts().get(1).usd())).isEqualTo(requestsUsd);
    assertThat(CheckCost.money(cost.parts().get(2).usd())).isEqualTo(lambdaUsd);
    assertThat(cost.unknown()).isEmpty();
  }

  @Test
  void countsPhases() {
    assertThat(
            CheckCost.of(config(10, "\"defaults\": {\"metrics\": [\"phases\"]},"), "us-east-1")
                .metrics())
        .isEqualTo(6 + 10 * 7);
  }

  @Test
  void saysWhatHasNoPrice() {
    CheckCost log = CheckCost.of(config(1, "\"publish\": \"emf\","), "us-east-1");
    CheckCost elsewhere = CheckCost.of(config(1, ""), "xx-none-1");

    assertThat(log.requests()).isZero();
    assertThat(log.unknown()).containsExactly("log lines");
    assertThat(elsewhere.parts()).isEmpty();
    assertThat(elsewhere.asOf()).isEmpty();
  }

  private static ChecksConfig config(int checks, String more) {
    String list =
        IntStream.range(0, checks)
            .mapToObj(i -> "\"https://example.com/" + i + "\"")
            .collect(Collectors.joining(","));
    Problems problems = new Problems("checks.json");
    return ChecksConfig.read(
        new ConfigFile(
            problems, JsonDocument.parse("{" + more + "\"checks\": [" + list + "]}", problems)));
  }
}
