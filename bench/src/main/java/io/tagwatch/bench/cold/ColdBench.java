package io.tagwatch.bench.cold;

import io.tagwatch.bench.Table;
import io.tagwatch.bench.runtime.RuntimeCache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** {@code bench/run.sh cold}: one table over the three functions, and what the machine costs. */
public final class ColdBench {
  private static final int PROCESSES = 7;

  private final Path projectRoot;
  private final Path scratch;
  private final RuntimeCache cache;
  private final Table table =
      new Table(
          "function",
          "cold",
          "with the runtime's cache",
          "restored",
          "target",
          "first 50",
          "last 50",
          "target",
          "peak memory",
          "target",
          "zip",
          "target");

  private ColdBench(Path projectRoot, Path scratch) throws IOException, InterruptedException {
    this.projectRoot = projectRoot;
    this.scratch = scratch;
    this.cache = cache(projectRoot, Files.createDirectories(scratch.resolve("cache")));
  }

  private static RuntimeCache cache(Path projectRoot, Path folder)
      throws IOException, InterruptedException {
    try (Scenario idle = FloorScenario.start(FloorScenario.IDLE, folder)) {
      return RuntimeCache.record(ColdStart.setup(idle, projectRoot), folder);
    }
  }

  /** Prints the table; {@code projectRoot} holds the built modules. */
  public static String run(Path projectRoot, List<String> functions) throws Exception {
    Path scratch = Files.createDirectories(projectRoot.resolve("bench/target/cold"));
    ColdBench bench = new ColdBench(projectRoot, Files.createTempDirectory(scratch, "run"));
    for (String function : functions) {
      bench.measure(function);
    }
    return bench.table.toString();
  }

  private void measure(String function) throws Exception {
    Path folder = Files.createDirectories(scratch.resolve(function));
    try (Scenario scenario = scenario(function, folder)) {
      System.err.printf("%s: %d processes …%n", function, PROCESSES);
      ColdStart.Figures figures =
          new ColdStart(scenario, projectRoot, folder).measure(PROCESSES, cache);
      Scenario.Targets targets = scenario.targets();
      table.row(
          function,
          millis(figures.coldMillis()),
          millis(figures.cachedMillis()),
          scenario.takesSnapshots() ? millis(figures.restoredMillis()) : "–",
          promise(targets.coldMillis(), " ms"),
          millis(figures.firstMillis()),
          scenario.invocations() > 50 ? millis(figures.lastMillis()) : "–",
          promise(targets.warmMillis(), " ms"),
          megabytes(figures.peakBytes()),
          promise(targets.peakBytes() / 1e6, " MB"),
          megabytes(figures.zipBytes()),
          promise(targets.zipBytes() / 1e6, " MB"));
    }
  }

  private Scenario scenario(String function, Path folder) throws IOException, InterruptedException {
    return switch (function) {
      case "notify-lambda" -> NotifyScenario.start(folder);
      case NotifyScenario.WITH_NAMES -> NotifyScenario.lookingUp(folder);
      case "uptime-lambda" -> UptimeScenario.start(folder);
      case "alarms-lambda" -> AlarmsScenario.start(folder, projectRoot);
      case FloorScenario.IDLE, FloorScenario.TLS -> FloorScenario.start(function, folder);
      default ->
          throw new IllegalArgumentException(
              "unknown function "
                  + function
                  + "; write notify-lambda, notify-names, uptime-lambda, alarms-lambda, floor-idle or"
                  + " floor-tls");
    };
  }

  private static String millis(double value) {
    return String.format(Locale.ROOT, value < 100 ? "%.1f ms" : "%.0f ms", value);
  }

  private static String megabytes(double bytes) {
    return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
  }

  private static String promise(double value, String unit) {
    return value == 0 ? "–" : "≤ " + String.format(Locale.ROOT, "%.0f", value) + unit;
  }
}
