package io.tagwatch.common.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class JsonLogTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final JsonLog log =
      new JsonLog(
          "uptime",
          JsonLog.Level.INFO,
          new PrintStream(bytes, true, StandardCharsets.UTF_8),
          InstantSource.fixed(Instant.parse("2026-11-21T08:00:00Z")));

  @Test
  void writesOneLineWithFixedKeysFirst() {
    log.warn("check_down", "check", "api\n\"x\"", "status", 503, "up", false, "detail", null);

    assertThat(bytes.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"time\":\"2026-11-21T08:00:00Z\",\"level\":\"warn\",\"function\":\"uptime\","
                + "\"event\":\"check_down\",\"check\":\"api\\n\\\"x\\\"\",\"status\":503,\"up\":false,"
                + "\"detail\":null}"
                + System.lineSeparator());
  }

  @Test
  void keepsAStackTraceOnItsLine() {
    log.error("bug", "error", new IllegalStateException("broken"));

    assertThat(bytes.toString(StandardCharsets.UTF_8).lines()).hasSize(1);
    assertThat(bytes.toString(StandardCharsets.UTF_8)).contains("IllegalStateException: broken");
  }

  @Test
  void leavesOutWhatIsBelowItsLevel() {
    log.debug("details", "a", 1);

    assertThat(bytes.size()).isZero();
  }
}
