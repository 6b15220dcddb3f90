package io.tagwatch.cli.page;

import io.tagwatch.cli.page.model.Scene;
import io.tagwatch.cli.page.model.Story;
import io.tagwatch.cli.page.model.Story.Kind;
import io.tagwatch.cli.page.model.Story.Step;
import io.tagwatch.cli.page.model.TagProblem;
import io.tagwatch.common.alarm.Severity;
import io.tagwatch.local.view.AlarmView;
import io.tagwatch.local.view.CheckView;
import io.tagwatch.local.view.CloudView;
import io.tagwatch.local.view.ConditionView.Side;
import io.tagwatch.local.view.ServerView;
import io.tagwatch.local.view.UpDownStrip;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** One morning of a small shop, in two endings. */
final class Scenes {
  static final Instant START = Instant.parse("2026-11-21T01:00:00Z");
  private static final int MINUTES = 155;
  static final Instant NOW = START.plus(Duration.ofMinutes(MINUTES));

  private Scenes() {}

  /** 03:35 UTC: a disk is full, the shop is down, a CPU is high. */
  static Scene onFire() {
    return scene(true);
  }

  /** The same morning, when everything has been put right again. */
  static Scene calm() {
    return scene(false);
  }

  private static Scene scene(boolean fire) {
    CloudView cloud =
        new CloudView(NOW, true, "eu-west-1", servers(), alarms(fire), checks(fire), List.of());
    List<TagProblem> problems =
        List.of(
            new TagProblem(
                "i-0c41d2be97f0a3312",
                "tagwatch:cpu",
                "\"9O\" is not a number (column 1)",
                "write it like 80/95 or 90; until then 80/95 applies"));
    return new Scene(cloud, ChatPosts.of(fire), problems);
  }

  private static List<ServerView> servers() {
    return List.of(
        server(
            "i-0a1b2c3d4e5f60718",
            "web-1",
            "t3.large",
            "eu-west-1b",
            true,
            Map.of(
                "Service",
                "nginx",
                "tagwatch:disk:/data",
                "80/90 5of5 1m",
                "tagwatch:owner",
                "jane@example.com",
                "tagwatch:runbook",
                "https://wiki.example.com/disk-full")),
        server(
            "i-0b72e19ac4d83f650",
            "web-2",
            "t3.large",
            "eu-west-1a",
            true,
            Map.of("Service", "nginx", "tagwatch:profiles", "nginx")),
        server(
            "i-0c41d2be97f0a3312",
            "db-1",
            "r6g.xlarge",
            "eu-west-1b",
            true,
            Map.of(
                "Service", "postgres", "tagwatch:cpu", "9O", "tagwatch:owner", "dba@example.com")),
        server(
            "i-0d95aa6b10c2e7f48",
            "batch-1",
            "c6g.2xlarge",
            "eu-west-1c",
            false,
            Map.of("Team", "data", "tagwatch:cpu", "off")));
  }

  private static ServerView server(
      String id,
      String name,
      String type,
      String zone,
      boolean detailed,
      Map<String, String> tags) {
    Map<String, String> all = new TreeMap<>(tags);
    all.put("Name", name);
    return ServerView.of(
        id, "running", type, zone, START.minus(Duration.ofDays(40)), detailed, all);
  }

  private static List<AlarmView> alarms(boolean fire) {
    String web = "i-0a1b2c3d4e5f60718";
    List<AlarmView> alarms = new ArrayList<>();
    Minutes data =
        minutes(
                i ->
                    i < 60
                        ? 62 + i * 0.12
                        : !fire && i > 140 ? 71.2 : Math.min(96.4, 69 + (i - 60) * 0.42))
            .ownedBy("jane@example.com")
            .runbook("https://wiki.example.com/disk-full");
    alarms.add(data.alarm(web, "disk:/data", Severity.CRITICAL, Side.ABOVE, 90, 5, 5));
    alarms.add(data.alarm(web, "disk:/data", Severity.WARNING, Side.ABOVE, 80, 5, 5));
    pair(alarms, web, "disk:/", 41, 0.5, "Tagwatch/Host/disk_used_percent");
    pair(alarms, web, "memory", 58, 4, "Tagwatch/Host/mem_used_percent");
    pair(alarms, web, "cpu", 22, 14, "AWS/EC2/CPUUtilization");
    pair(alarms, "i-0b72e19ac4d83f650", "cpu", 31, 18, "AWS/EC2/CPUUtilization");
    pair(alarms, "i-0b72e19ac4d83f650", "memory", 49, 3, "Tagwatch/Host/mem_used_percent");
    Minutes cpu =
        minutes(i -> i > 118 && (fire || i < 140) ? 86 + wave(i) * 4 : 44 + wave(i) * 12)
            .of("AWS/EC2/CPUUtilization", "Percent")
            .ownedBy("dba@example.com");
    alarms.add(cpu.alarm("i-0c41d2be97f0a3312", "cpu", Severity.CRITICAL, Side.ABOVE, 95, 3, 3));
    alarms.add(cpu.alarm("i-0c41d2be97f0a3312", "cpu", Severity.WARNING, Side.ABOVE, 80, 3, 3));
    alarms.add(
        minutes(i -> Double.NaN)
            .of("Tagwatch/Host/mem_used_percent", "Percent")
            .alarm("i-0d95aa6b10c2e7f48", "memory", Severity.CRITICAL, Side.ABOVE, 95, 5, 5));
    alarms.add(
        minutes(i -> 0)
            .of("AWS/EC2/StatusCheckFailed", "Count")
            .alarm(
                "i-0d95aa6b10c2e7f48",
                "status-check",
                Severity.CRITICAL,
                Side.AT_OR_ABOVE,
                1,
                2,
                2));
    up(alarms, "shop", i -> i > 128 && (fire || i < 146) ? 0 : 1);
    up(alarms, "api", i -> i > 40 && i < 47 ? 0 : 1);
    up(alarms, "login.example.com/health", i -> 1);
    return alarms;
  }

  private static void pair(
      List<AlarmView> alarms,
      String subject,
      String alarm,
      double base,
      double swing,
      String metric) {
    Minutes minutes = minutes(i -> base + wave(i) * swing).of(metric, "Percent");
    alarms.add(minutes.alarm(subject, alarm, Severity.CRITICAL, Side.ABOVE, 95, 3, 3));
    alarms.add(minutes.alarm(subject, alarm, Severity.WARNING, Side.ABOVE, 90, 3, 3));
  }

  private static void up(List<AlarmView> alarms, String check, IntToDoubleFunction value) {
    alarms.add(
        minutes(value)
            .of("Tagwatch/Uptime/Up", "None")
            .alarm(check, "check-down", Severity.CRITICAL, Side.BELOW, 1, 3, 3));
  }

  private static List<CheckView> checks(boolean fire) {
    return List.of(
        check("api", i -> i > 40 && i < 47 ? 0 : 1, 143),
        check("login.example.com/health", i -> i > 88 && i < 95 ? Double.NaN : 1, 61),
        check("shop", i -> i > 128 && (fire || i < 146) ? 0 : 1, 212));
  }

  private static CheckView check(String name, IntToDoubleFunction value, double latency) {
    TreeMap<Instant, Double> up = new TreeMap<>();
    for (int i = 0; i < MINUTES; i++) {
      if (!Double.isNaN(value.applyAsDouble(i))) {
        up.put(START.plus(Duration.ofMinutes(i)), value.applyAsDouble(i));
      }
    }
    return new CheckView(
        name, UpDownStrip.runs(up, NOW), OptionalDouble.of(latency), OptionalDouble.of(61));
  }

  private static Minutes minutes(IntToDoubleFunction value) {
    return Minutes.from(START, IntStream.range(0, MINUTES).mapToDouble(value).toArray());
  }

  /** A rough sea between -1 and 1 that is the same in every run. */
  private static double wave(int i) {
    return 0.6 * Math.sin(i / 7.0) + 0.4 * Math.sin(i * 1.7);
  }

  /** What led to the calm morning. */
  static Story story() {
    return new Story(
        "A morning of a small shop",
        "Everything happened as told: 6 messages, 0 lost.",
        true,
        List.of(
            step(0, Kind.EVENT, "4 servers appear: web-1, web-2, db-1, batch-1."),
            step(
                1,
                Kind.REACTION,
                "alarms-lambda creates 19 alarms from the rules and from their tags."),
            step(41, Kind.EVENT, "api stops answering for six minutes."),
            step(44, Kind.MESSAGE, "ops is told: api is down."),
            step(60, Kind.EVENT, "Something on web-1 begins to fill the disk /data."),
            step(116, Kind.MESSAGE, "ops is told: disk /data on web-1 is over 90 %."),
            step(129, Kind.EVENT, "shop stops answering: a real HTTP server is switched off."),
            step(132, Kind.MESSAGE, "ops is told: shop is down."),
            step(141, Kind.EVENT, "Somebody cleans up /data."),
            step(146, Kind.EVENT, "shop answers again."),
            step(147, Kind.MESSAGE, "ops is told that both are over.")));
  }

  private static Step step(int minute, Kind kind, String text) {
    return new Step(
        START.plus(Duration.ofMinutes(minute)), "%02d:00".formatted(minute), kind, text, true);
  }
}
