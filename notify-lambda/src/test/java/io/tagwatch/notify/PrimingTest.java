package io.tagwatch.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagwatch.common.Environment;
import io.tagwatch.common.config.ConfigFile;
import io.tagwatch.common.log.JsonLog;
import io.tagwatch.notify.config.ChannelsConfig;
import io.tagwatch.notify.http.Http;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.crac.Core;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrimingTest {
  @TempDir private Path folder;
  private final ByteArrayOutputStream lines = new ByteArrayOutputStream();
  private final JsonLog log =
      new JsonLog(
          "notify", JsonLog.Level.INFO, new PrintStream(lines, true), InstantSource.system());

  private final List<String> called = new ArrayList<>();
  private final Http nobody =
      (call, limit) -> {
        called.add(call.uri().toString());
        throw new ConnectException("Connection refused");
      };

  @Test
  void buildsEveryChannelsPayloadsWithoutASecretAndWithoutSending() throws Exception {
    Priming priming = new Priming(channels(), nobody, log);

    priming.beforeCheckpoint(Core.getGlobalContext());
    priming.afterRestore(Core.getGlobalContext());

    assertThat(said()).contains("\"primed\"", "\"payloads\":6").doesNotContain("not_primed");
    assertThat(called).containsExactly("https://127.0.0.1:1/");
  }

  @Test
  void staysAwayWhereNoSnapshotIsTaken() throws Exception {
    assertThat(Priming.registered(environment("on-demand"), channels(), nobody, log)).isEmpty();
    assertThat(Priming.registered(environment("snap-start"), channels(), nobody, log)).isPresent();
  }

  private static Environment environment(String initialization) {
    return new Environment(
        Map.of("AWS_LAMBDA_INITIALIZATION_TYPE", initialization), InstantSource.system());
  }

  private ChannelsConfig channels() throws Exception {
    Path file = folder.resolve("channels.json");
    Files.writeString(
        file,
        """
        {"channels": {"ops": {"type": "slack", "webhook": "env:NOWHERE"},
          "pager": {"type": "pagerduty", "routing_key": "env:NOWHERE"},
          "hook": {"type": "webhook", "url": "env:NOWHERE"}}}
        """);
    return ChannelsConfig.read(ConfigFile.json(file));
  }

  private String said() {
    return lines.toString(StandardCharsets.UTF_8);
  }
}
