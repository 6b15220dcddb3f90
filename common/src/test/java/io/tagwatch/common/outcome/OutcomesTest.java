package io.tagwatch.common.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutcomesTest {
  private static final Instant EIGHT = Instant.parse("2026-11-21T08:00:00Z");
  private static final Outcome REFUSED =
      new Outcome("connect_refused", "connect", "connection refused", "https://api/", EIGHT);

  @Test
  void isReadAsItWasWritten() {
    Outcomes outcomes = new Outcomes(EIGHT.plusSeconds(60), Map.of("api \"ä\"", REFUSED));

    assertThat(Outcomes.parse(outcomes.print())).contains(outcomes);
    assertThat(outcomes.print())
        .isEqualTo(
            "{\"time\":\"2026-11-21T08:01:00Z\",\"checks\":{\"api \\\"ä\\\"\":"
                + "{\"reason\":\"connect_refused\",\"phase\":\"connect\","
                + "\"detail\":\"connection refused\",\"url\":\"https://api/\","
                + "\"since\":\"2026-11-21T08:00:00Z\"}}}");
  }

  @Test
  void leavesOutAnEntryThatItCannotRead() {
    String text =
        """
        {"time": "2026-11-21T08:00:00Z", "new": 1,
         "checks": {"a": 1, "b": {"reason": "dns"},
                    "c": {"since": "2026-11-21T08:00:00Z", "reason": "dns", "more": true}}}
        """;

    assertThat(Outcomes.parse(text).orElseThrow().checks())
        .containsOnly(Map.entry("c", new Outcome("dns", "", "", "", EIGHT)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "{}", "{\"time\":1,\"checks\":{}}", "{\"checks\":[]}"})
  void isNothingWhereTheShapeIsAnother(String text) {
    assertThat(Outcomes.parse(text)).isEmpty();
  }

  @Test
  void isKeptByShardOfTheName() {
    assertThat(OutcomeShard.of("api", 1).key()).isEqualTo("uptime/outcomes-1-of-1.json");
    assertThat(OutcomeShard.of("api", 4)).isEqualTo(OutcomeShard.of("api", 4));
    assertThat(OutcomeShard.of("api", 4).number()).isBetween(1, 4);
  }
}
