package io.tagwatch.bench.cold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tagwatch.bench.runtime.Invocation;
import io.tagwatch.bench.runtime.LambdaJvm;
import io.tagwatch.bench.runtime.PackagedFunction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The zips as AWS Lambda would run them: unpacked, through the real runtime interface client. */
class PackagedZipsIT {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  @TempDir Path folder;

  @BeforeEach
  void needsLinux() {
    assumeTrue(PackagedFunction.isSupported(), "the runtime interface client needs Linux");
  }

  @Test
  void notifyDeliversAnAlarmOverHttps() throws Exception {
    try (Scenario scenario = NotifyScenario.start(folder)) {
      answersTwice(scenario);
    }
  }

  @Test
  void notifyIsPrimedBeforeItsSnapshotAndDeliversAfterIt() throws Exception {
    try (Scenario scenario = NotifyScenario.start(folder)) {
      PackagedFunction.Setup setup = ColdStart.snapStart(scenario, ROOT);
      try (PackagedFunction process =
          PackagedFunction.start(setup, folder.resolve("process"), null)) {
        process.restore();

        scenario.verify(process.invoke(scenario.event(0)));
        assertThat(process.output()).contains("\"primed\"").doesNotContain("not_primed");
      }
    }
  }

  @Test
  void uptimeProbesAndPublishes() throws Exception {
    try (Scenario scenario = UptimeScenario.start(folder)) {
      answersTwice(scenario);
    }
  }

  @Test
  void alarmsReconcilesFiftyServersWithoutAWrite() throws Exception {
    try (Scenario scenario = AlarmsScenario.start(folder, ROOT)) {
      answersTwice(scenario);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "uptime-lambda, io.tagwatch.uptime.UptimeHandler, checks.json",
    "alarms-lambda, io.tagwatch.alarms.AlarmsHandler, alarms.json",
    "notify-lambda, io.tagwatch.notify.NotifyHandler, channels.json"
  })
  void refusesToStartOnWrongConfigurationAndSaysWhere(String function, String handler, String file)
      throws Exception {
    Path config = Files.createDirectories(folder.resolve("config"));
    for (String name : new String[] {"checks.json", "alarms.json", "channels.json"}) {
      Files.writeString(config.resolve(name), "{\"chekcs\": 1, \"alarmz\": 2}");
    }
    PackagedFunction.Setup setup =
        new PackagedFunction.Setup(
            ROOT.resolve(function).resolve("target").resolve(function + ".zip"),
            handler,
            Map.of("TAGWATCH_CONFIG_DIR", config.toString()),
            LambdaJvm.SMALL.flags(),
            false,
            Duration.ofSeconds(30));

    Invocation answer;
    try (PackagedFunction process =
        PackagedFunction.start(
            setup, folder.resolve("process"), "{}".getBytes(StandardCharsets.UTF_8))) {
      answer = process.answer();
    }

    assertThat(answer.failed()).isTrue();
    assertThat(answer.text()).contains(file, "unknown key", "chekcs", "alarmz");
  }

  private void answersTwice(Scenario scenario) throws Exception {
    PackagedFunction.Setup setup =
        new PackagedFunction.Setup(
            scenario.zip(ROOT),
            scenario.handler(),
            scenario.environment(),
            java.util.stream.Stream.concat(
                    scenario.jvm().flags().stream(), scenario.jvmFlags().stream())
                .toList(),
            false,
            Duration.ofSeconds(30));
    try (PackagedFunction process =
        PackagedFunction.start(setup, folder.resolve("process"), scenario.event(0))) {
      scenario.verify(process.answer());
      scenario.verify(process.invoke(scenario.event(1)));

      assertThat(process.output()).doesNotContain("SLF4J");
    }
  }
}
