package io.tagwatch.cli.up;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirstProbeTest {

  @ParameterizedTest
  @CsvSource({
    "08:00:00, 5, 0",
    "08:00:50, 5, 0",
    "08:00:51, 5, 0",
    "08:00:52, 5, 8",
    "08:00:59.500, 5, 1",
    "08:00:45, 5, 0",
    "08:00:45, 50, 15",
    "08:00:40, 50, 0",
  })
  void waitsForTheNextMinuteWhenThisOneIsTooShort(String time, long timeout, long wait) {
    Instant now = Instant.parse("2026-11-21T" + time + "Z");

    assertThat(FirstProbe.wait(now, Duration.ofSeconds(timeout)))
        .isEqualTo(Duration.ofSeconds(wait));
  }
}
