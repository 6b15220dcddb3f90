package io.tagwatch.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagwatch.common.check.AlarmLine;
import io.tagwatch.uptime.check.Check;
import io.tagwatch.uptime.check.Target;
import io.tagwatch.uptime.probe.Failure;
import io.tagwatch.uptime.probe.Phase;
import io.tagwatch.uptime.probe.Phases;
import io.tagwatch.uptime.probe.ProbeResult;
import io.tagwatch.uptime.probe.Reason;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class CheckProgressTest {

  @Test
  void countsOnOneLineAndLeavesItEmpty() {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    CheckProgress progress =
        new CheckProgress(new PrintStream(written, true, StandardCharsets.UTF_8), 3);

    progress.add(result("a", Optional.empty()));
    progress.add(
        result("b", Optional.of(new Failure(Reason.TIMEOUT, Phase.WAIT, "timeout after 3 s"))));
    progress.end();

    assertThat(written.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            "\r\u001b[K1 of 3 probed, 0 down · a"
                + "\r\u001b[K2 of 3 probed, 1 down · b is DOWN"
                + "\r\u001b[K");
  }

  private static ProbeResult result(String name, Optional<Failure> failure) {
    Target target = new Target.Tls(URI.create("tls://h:1"), "h", 1);
    return new ProbeResult(
        new Check(name, target, Duration.ofSeconds(1), List.of(), AlarmLine.DEFAULT),
        failure,
        Phases.NONE,
        Duration.ZERO,
        OptionalInt.empty(),
        OptionalLong.empty(),
        Optional.empty(),
        List.of());
  }
}
