package io.tagwatch.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole command, through the SDK's clients, against the embedded cloud. */
class BacktestCommandIT {
  private static final String RULES =
      """
      limits: {writes_per_second: 1000}
      alarms:
        cpu: {metric: AWS/EC2 CPUUtilization, statistic: Average, warning: "> 80", critical: "> 95"}
        memory: {metric: Tagwatch/Host mem_used_percent, statistic: Average, critical: "> 95",
          period: 5m}
      profiles: {base: {servers: all, alarms: [cpu, memory]}}
      """;

  private final Instant end =
      Instant.ofEpochSecond(Instant.now().getEpochSecond() / 300 * 300 - 60);
  @TempDir Path folder;
  private TestCloud cloud;
  private String busy;

  @BeforeEach
  void start() {
    cloud = TestCloud.start(folder, RULES);
    busy = cloud.run("Name", "web-2");
    String calm = cloud.run("Name", "web-1");
    cloud.run("Name", "web-0");
    publish("AWS/EC2 CPUUtilization", busy, spike(50, 92, 600, 30));
    publish("AWS/EC2 CPUUtilization", calm, spike(50, 50, 600, 0));
  }

  @AfterEach
  void stop() {
    cloud.close();
  }

  @Test
  void saysHowOftenACandidateWouldHaveFiredAndHowOftenTodaysDoes() {
    Spoken spoken = cloud.tagwatch("backtest", "--alarm", "cpu", "--critical", "90");

    assertThat(spoken.err()).isEmpty();
    assertThat(spoken.out())
        .startsWith(
            "cpu > 90 for 3 of 3 × 5 m would have fired 1 time on 1 of 3 servers, 20 min in all;"
                + " today, at > 95: never\n14 d, ")
        .containsPattern("critical +> 90 +3 of 3 × 5 m +1 time +1 of 3 +20 min +web-2, ")
        .containsPattern("critical, today +> 95 +3 of 3 × 5 m +never +0 of 3 +0 s +–")
        .contains("on web-2 (1 time, 20 min)")
        .contains("no data in this time: web-0");
    assertThat(spoken.exitCode()).isZero();
  }

  @Test
  void triesSeveralThresholdsAndWindowsOnOneServer() throws JsonProcessingException {
    Spoken spoken =
        cloud.tagwatch(
            "backtest",
            "--alarm",
            "cpu",
            "--critical",
            "45,60,91",
            "--datapoints",
            "1of1",
            "--days",
            "1",
            "--server",
            "web-2",
            "--json");
    JsonNode json = new ObjectMapper().readTree(spoken.out());

    assertThat(spoken.err()).isEmpty();
    assertThat(json.at("/trials").size()).isEqualTo(4);
    assertThat(json.at("/trials").findValuesAsText("times")).containsExactly("1", "1", "1", "0");
    assertThat(json.at("/trials/1/fired/0/subject").asText()).isEqualTo(busy);
    assertThat(json.at("/trials/1/seconds").asLong()).isEqualTo(1_800);
  }

  @Test
  void putsLongPeriodsTogetherFromMinutesAsTheAlarmDoes() throws JsonProcessingException {
    publish("Tagwatch/Host mem_used_percent", busy, spike(50, 100, 120, 17));

    Spoken spoken =
        cloud.tagwatch(
            "backtest", "--alarm", "memory", "--critical", "99", "--days", "1", "--json");
    JsonNode fired = new ObjectMapper().readTree(spoken.out()).at("/trials/0/fired");

    // 17 minutes hold 15 minutes of three full periods only where the window slides.
    assertThat(fired.size()).isEqualTo(1);
    assertThat(fired.at("/0/seconds").asLong()).isBetween(120L, 480L);
  }

  @Test
  void drawsAReport() throws IOException {
    Path report = folder.resolve("out/report.html");

    Spoken spoken =
        cloud.tagwatch(
            "backtest", "--alarm", "cpu", "--critical", "90", "--html", report.toString());

    assertThat(spoken.err()).isEqualTo("→ " + report + "\n");
    assertThat(Files.readString(report))
        .contains("Content-Security-Policy", "would have fired 1 time", "web-2", "\"bands\":[")
        .doesNotContain("<!--");
  }

  @Test
  void saysWhatCannotBeDone() {
    assertThat(cloud.tagwatch("backtest", "--alarm", "cup").err())
        .isEqualTo("tagwatch: there is no alarm \"cup\"; did you mean \"cpu\"?\n");
    assertThat(cloud.tagwatch("backtest", "--alarm", "cpu", "--server", "web-9").err())
        .contains("there is no server \"web-9\"");
    assertThat(cloud.tagwatch("backtest", "--alarm", "cpu", "--datapoints", "5of3").err())
        .isEqualTo("tagwatch: --datapoints 5of3: write M of N, such as 3of5\n");
    assertThat(cloud.tagwatch("backtest", "--alarm", "cpu", "--days", "500").err())
        .isEqualTo("tagwatch: --days 500 is not from 1 to 455\n");
  }

  private void publish(String metric, String id, double... values) {
    cloud.publish(metric, Map.of("InstanceId", id), end, values);
  }

  /** Minutes at {@code calm}, of which {@code length}, two hours before their end, are at peak. */
  private static double[] spike(double calm, double peak, int minutes, int length) {
    double[] values = new double[minutes];
    Arrays.fill(values, calm);
    int from = Math.max(0, minutes - 120);
    Arrays.fill(values, from, from + length, peak);
    return values;
  }
}
