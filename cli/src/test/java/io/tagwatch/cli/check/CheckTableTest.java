package io.tagwatch.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tagwatch.cli.terminal.Style;
import io.tagwatch.common.check.AlarmLine;
import io.tagwatch.uptime.check.Check;
import io.tagwatch.uptime.check.Target;
import io.tagwatch.uptime.probe.Failure;
import io.tagwatch.uptime.probe.Phase;
import io.tagwatch.uptime.probe.Phases;
import io.tagwatch.uptime.probe.ProbeResult;
import io.tagwatch.uptime.probe.Reason;
import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class CheckTableTest {
  private static final ProbeResult FAST =
      result("example.com/", Optional.empty(), 61, 12, 31, 58, 40, 2);
  private static final ProbeResult SLOW =
      result(
          "api",
          Optional.of(new Failure(Reason.TIMEOUT, Phase.WAIT, "no first byte after 3 s")),
          -4,
          2,
          29,
          61,
          2908);
  private static final ProbeResult PLAIN =
      new ProbeResult(
          check("plain"),
          Optional.empty(),
          new Phases(Map.of(Phase.CONNECT, Duration.ofMillis(1), Phase.BODY, Duration.ofMillis(2))),
          Duration.ofMillis(3),
          OptionalInt.of(200),
          OptionalLong.empty(),
          Optional.empty(),
          List.of());

  @Test
  void showsVerdictTimePhasesCertificateAndReason() {
    List<String> lines = new CheckTable(Style.PLAIN).lines(List.of(FAST, SLOW, PLAIN));

    assertThat(lines)
        .containsExactly(
            "NAME          VERDICT  TIME    DNS·CONNECT·TLS·WAIT·BODY  CERTIFICATE  WHY",
            "example.com/  up       143 ms  ▏12 ▏31 ▎58 ▏40 ▏2         61 days",
            "api           DOWN     3.0 s   ▏2 ▏29 ▎61 ██████████2908  expired 4 d  timeout: no first byte after 3 s",
            "plain         up       3 ms    – ▏1 – – ▏2",
            "2 of 3 up");
  }

  @Test
  void saysTheSameForPrograms() throws JsonProcessingException {
    JsonNode json = new ObjectMapper().readTree(CheckJson.of(List.of(FAST, SLOW), false));

    assertThat(json.path("down").asInt()).isOne();
    assertThat(json.at("/results/1"))
        .isEqualTo(
            new ObjectMapper()
                .readTree(
                    """
                    {"name": "api", "up": false, "reason": "timeout", "phase": "wait",
                     "detail": "no first byte after 3 s", "latencyMs": 3000, "status": null,
                     "certificateDaysLeft": -4, "address": null,
                     "phases": {"dns": 2, "connect": 29, "tls": 61, "wait": 2908, "body": null}}
                    """));
  }

  private static ProbeResult result(
      String name, Optional<Failure> failure, long certificateDays, long... millis) {
    Map<Phase, Duration> phases = new EnumMap<>(Phase.class);
    long total = 0;
    for (int i = 0; i < millis.length; i++) {
      phases.put(Phase.values()[i], Duration.ofMillis(millis[i]));
      total += millis[i];
    }
    return new ProbeResult(
        check(name),
        failure,
        new Phases(phases),
        Duration.ofMillis(total),
        OptionalInt.empty(),
        OptionalLong.of(certificateDays),
        Optional.empty(),
        List.of());
  }

  private static Check check(String name) {
    return new Check(
        name,
        new Target.Tcp(URI.create("tcp://h:1"), "h", 1, Optional.empty(), 1),
        Duration.ofSeconds(3),
        List.of(),
        AlarmLine.DEFAULT);
  }
}
