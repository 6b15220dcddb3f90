package io.tagwatch.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BacktestFromFileTest {
  private static final Instant START = Instant.parse("2026-11-21T08:00:00Z");

  @TempDir Path folder;

  @BeforeEach
  void rules() throws IOException {
    Files.writeString(folder.resolve("checks.yaml"), "checks: []\n");
    Files.writeString(
        folder.resolve("alarms.yaml"),
        """
        alarms:
          cpu: {metric: AWS/EC2 CPUUtilization, statistic: Average, critical: "> 95", period: 60s}
          share: {expression: a / b, statistic: Sum, critical: "> 5",
            metrics: {a: {metric: AWS/EC2 NetworkIn}, b: {metric: AWS/EC2 NetworkOut}}}
          odd: {metric: AWS/EC2 CPUUtilization, statistic: Average, critical: "outside 2"}
        profiles: {base: {servers: all, alarms: [cpu, share, odd]}}
        """);
  }

  @Test
  void replaysTheSeriesOfACsv() throws IOException {
    StringBuilder csv = new StringBuilder("timestamp,value,server\n");
    for (int minute = 0; minute < 60; minute++) {
      Instant at = START.plusSeconds(60L * minute);
      csv.append(at).append(',').append(minute >= 20 && minute < 30 ? 93 : 40).append(",web-1\n");
      csv.append(at).append(",40,web-2\n");
    }

    Spoken spoken = backtest(csv.toString(), "--critical", "90");

    assertThat(spoken.err()).isEmpty();
    assertThat(spoken.out())
        .startsWith(
            "cpu > 90 for 3 of 3 × 1 m would have fired 1 time on 1 of 2 servers, 8 min in all;"
                + " today, at > 95: never")
        .contains("web-1, 2026-11-21 08:23–08:31 (8 min)");
  }

  @Test
  void replaysWhatTheAwsCliPrints() throws IOException {
    String json =
        """
        {"MetricDataResults": [{"Id": "m1", "Label": "web-1", "StatusCode": "Complete",
          "Timestamps": ["2026-11-21T08:03:00+00:00", "2026-11-21T08:02:00+00:00",
                         "2026-11-21T08:01:00+00:00", "2026-11-21T08:00:00+00:00"],
          "Values": [50.0, 99.0, 99.0, 99.0]}]}
        """;

    Spoken spoken = backtest(json);

    assertThat(spoken.out())
        .startsWith("cpu > 95 for 3 of 3 × 1 m fires 1 time on 1 of 1 server, 1 min in all");
  }

  @Test
  void namesThePlaceOfAMistake() throws IOException {
    assertThat(backtest("timestamp,value\n2026-11-21T08:00:00Z,many\n").err())
        .endsWith("cannot be used: line 2: \"many\" is not a number\n");
    assertThat(backtest("timestamp,value\nyesterday,1\n").err())
        .endsWith("line 2: \"yesterday\" is not a time; write 2026-11-21T08:00:00Z\n");
    assertThat(backtest("{\"a\": 1}").err()).contains("neither MetricDataResults nor Datapoints");
    assertThat(backtest("").err()).contains("holds no value");
  }

  @Test
  void saysWhichAlarmsCannotBeReplayed() throws IOException {
    String csv = "2026-11-21T08:00:00Z,1\n2026-11-21T08:01:00Z,1\n";

    assertThat(run(csv, "share").err()).contains("share is metric math over several series");
    assertThat(run(csv, "odd").err()).contains("an anomaly band cannot be replayed");
  }

  private Spoken backtest(String text, String... more) throws IOException {
    return run(text, "cpu", more);
  }

  private Spoken run(String text, String alarm, String... more) throws IOException {
    Path file = Files.writeString(folder.resolve("series.txt"), text);
    String[] base = {
      "backtest", "--config", folder.toString(), "--from", file.toString(), "--alarm", alarm
    };
    String[] all = java.util.Arrays.copyOf(base, base.length + more.length);
    System.arraycopy(more, 0, all, base.length, more.length);
    return Spoken.by(all);
  }
}
