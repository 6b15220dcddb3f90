package io.tagwatch.bench.sync;

import io.tagwatch.alarms.sync.SyncReport;
import io.tagwatch.bench.Table;
import io.tagwatch.bench.runtime.Invocation;
import io.tagwatch.bench.runtime.LambdaJvm;
import io.tagwatch.bench.runtime.PackagedFunction;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/**
 * {@code bench/run.sh sync}: first install, steady state and one tag change over the wire, quotas
 * enforced on a clock that waits for nothing; then the packaged function's time and memory.
 */
public final class SyncBench {
  private static final int[] SIZES = {100, 1_000, 10_000};
  private static final Duration TIMEOUT = Duration.ofMinutes(15);
  private static final double WRITES_PER_SECOND = 3;

  private SyncBench() {}

  /** Prints one table; {@code projectRoot} holds the built modules. */
  public static String run(Path projectRoot) throws Exception {
    Table table =
        new Table(
            "servers",
            "alarms",
            "first install",
            "over alarms/3",
            "runs",
            "its wall",
            "steady calls",
            "writes",
            "wall",
            "one tag",
            "throttled",
            "function, waits too",
            "peak memory");
    for (int servers : SIZES) {
      System.err.printf("%d servers …%n", servers);
      try (SyncFleet fleet = SyncFleet.of(servers)) {
        row(table, measure(fleet, servers), packaged(projectRoot, fleet));
      }
    }
    return table.toString();
  }

  /** Installs, settles and follows one tag; the fleet has its alarms afterwards. */
  static SyncFigures measure(SyncFleet fleet, int servers) throws IOException {
    QuotaClock clock = new QuotaClock();
    try (CountingFront front = CountingFront.before(fleet.url(), clock::nanos)) {
      SyncRun sync = new SyncRun(front.url(), clock);
      long installBegan = System.nanoTime();
      int invocations = 0;
      SyncReport report;
      do {
        report = sync.everything(TIMEOUT);
        invocations++;
      } while (report.backlog() > 0);
      Duration install = Duration.ofNanos(clock.nanos());
      Duration installWall = Duration.ofNanos(System.nanoTime() - installBegan);
      front.take();
      long began = System.nanoTime();
      SyncReport steady = sync.everything(TIMEOUT);
      Duration wall = Duration.ofNanos(System.nanoTime() - began);
      Map<String, Integer> calls = front.take();
      sync.one(fleet.tagOne("tagwatch:cpu", "50/60"));
      int alarms = servers * SyncFleet.ALARMS_PER_SERVER;
      return new SyncFigures(
          servers,
          alarms,
          install,
          installWall,
          invocations,
          Duration.ofMillis(Math.round(alarms / WRITES_PER_SECOND * 1_000)),
          calls,
          steady.created() + steady.updated() + steady.deleted(),
          wall,
          front.take(),
          front.throttled());
    }
  }

  /** A steady run of the package: its time, quota waits included, and its largest resident set. */
  private record Packaged(double seconds, double megabytes) {}

  private static Packaged packaged(Path projectRoot, SyncFleet fleet)
      throws IOException, InterruptedException {
    Path scratch =
        Files.createTempDirectory(
            Files.createDirectories(projectRoot.resolve("bench/target/sync")), "run");
    Path config = Files.createDirectories(scratch.resolve("config"));
    Files.writeString(config.resolve("alarms.json"), SyncFleet.ALARMS);
    Files.writeString(config.resolve("checks.json"), "{}");
    PackagedFunction.Setup setup =
        new PackagedFunction.Setup(
            projectRoot.resolve("alarms-lambda/target/alarms-lambda.zip"),
            "io.tagwatch.alarms.AlarmsHandler",
            Map.of(
                "TAGWATCH_CONFIG_DIR",
                config.toString(),
                "TAGWATCH_TOPIC_ARN",
                "arn:aws:sns:us-east-1:123456789012:tagwatch",
                "TAGWATCH_LOG_LEVEL",
                "error",
                "AWS_ENDPOINT_URL",
                fleet.url().toString()),
            LambdaJvm.LARGE.flags(),
            false,
            TIMEOUT);
    byte[] event = "{\"action\":\"reconcile\"}".getBytes(StandardCharsets.UTF_8);
    try (PackagedFunction function = PackagedFunction.start(setup, scratch, event)) {
      Invocation answer = function.answer();
      double seconds = (System.nanoTime() - function.startedAt()) / 1e9;
      if (answer.failed() || !answer.text().replace(" ", "").contains("\"created\":0")) {
        throw new IllegalStateException("the run was not a steady one: " + answer.text());
      }
      return new Packaged(seconds, function.figures().peakBytes() / 1e6);
    }
  }

  private static void row(Table table, SyncFigures figures, Packaged packaged) {
    table.row(
        figures.servers(),
        figures.alarms(),
        figures.install().toSeconds() + " s",
        String.format(Locale.ROOT, "%.1f %%", figures.overBound() * 100),
        figures.invocations(),
        String.format(Locale.ROOT, "%.1f s", figures.installWall().toMillis() / 1_000.0),
        figures.steadyCalls(),
        figures.steadyWrites(),
        String.format(Locale.ROOT, "%.1f s", figures.steadyWall().toMillis() / 1_000.0),
        figures.eventCalls() + " calls",
        figures.throttled(),
        String.format(Locale.ROOT, "%.1f s", packaged.seconds()),
        String.format(Locale.ROOT, "%.0f MB", packaged.megabytes()));
  }
}
