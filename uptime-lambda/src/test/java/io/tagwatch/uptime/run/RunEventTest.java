package io.tagwatch.uptime.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunEventTest {
  private static final Instant NOW = Instant.parse("2026-11-21T08:15:59.9Z");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{}",
        "null",
        "{\"time\": null, \"shard\": null}",
        "{\"source\": \"aws.events\"}"
      })
  void takesTheCurrentMinuteAndAllChecksWhereNothingIsSaid(String json) {
    RunEvent event = RunEvent.parse(json, NOW);

    assertThat(event)
        .isEqualTo(new RunEvent(Instant.parse("2026-11-21T08:15:00Z"), Shard.WHOLE, false));
  }

  @Test
  void takesTheScheduledMinute() {
    RunEvent event =
        RunEvent.parse(
            "{\"time\": \"2026-11-21T07:59:42Z\", \"shard\": \"2/10\", \"verbose\": true}", NOW);

    assertThat(event)
        .isEqualTo(new RunEvent(Instant.parse("2026-11-21T07:59:00Z"), new Shard(2, 10), true));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"time\": \"now\"} | \"now\" is not an instant; write 2026-11-21T08:00:00Z",
        "{\"time\": 5} | 5 is not an instant",
        "{\"time\": \"2026-11-21\"} | is not an instant",
        "{\"shard\": \"0/4\"} | \"0/4\" is not a part; write 1/4",
        "{\"shard\": \"5/4\"} | is not a part",
        "{\"shard\": \"one\"} | is not a part",
        "{\"shard\": 1} | 1 is not a part",
        "{\"verbose\": \"yes\"} | must be true or false",
        "[1] | the event is not a JSON object",
        "{ | the event is not a JSON object",
      })
  void refusesWhatItCannotRead(String json, String message) {
    assertThatThrownBy(() -> RunEvent.parse(json, NOW))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Property
  void putsEveryCheckIntoExactlyOneShard(
      @ForAll String name, @ForAll @IntRange(min = 1, max = 50) int of) {
    long holders =
        IntStream.rangeClosed(1, of).filter(number -> new Shard(number, of).holds(name)).count();

    assertThat(holders).isEqualTo(1);
  }
}
