package io.tagwatch.bench.cold;

import io.tagwatch.bench.Median;
import io.tagwatch.bench.runtime.Invocation;
import io.tagwatch.bench.runtime.LambdaJvm;
import io.tagwatch.bench.runtime.PackagedFunction;
import io.tagwatch.bench.runtime.RuntimeCache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Measures one scenario: several fresh processes, each with one cold and many warm invocations. */
final class ColdStart {
  /** How many invocations one median of warm ones is taken over. */
  private static final int WARM = 50;

  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  private final Scenario scenario;
  private final Path projectRoot;
  private final Path scratch;
  private int event;

  ColdStart(Scenario scenario, Path projectRoot, Path scratch) {
    this.scenario = scenario;
    this.projectRoot = projectRoot;
    this.scratch = scratch;
  }

  /**
   * Medians over all processes.
   *
   * @param coldMillis start of the process to the first answer
   * @param cachedMillis the same with the runtime's cache of classes
   * @param restoredMillis from SnapStart's restoring to the first answer; 0 where it is not for it
   * @param firstMillis one of the first fifty invocations after it
   * @param lastMillis one of the last fifty
   * @param peakBytes largest resident set after all of them
   */
  record Figures(
      double coldMillis,
      double cachedMillis,
      double restoredMillis,
      double firstMillis,
      double lastMillis,
      double peakBytes,
      long zipBytes) {}

  Figures measure(int processes, RuntimeCache cache) throws IOException, InterruptedException {
    double[] cold = new double[processes];
    double[] cached = new double[processes];
    double[] restored = new double[processes];
    double[] first = new double[processes];
    double[] last = new double[processes];
    double[] peak = new double[processes];
    for (int i = 0; i < processes; i++) {
      try (PackagedFunction function = start(List.of(cache.flag()))) {
        cached[i] = cold(function);
      }
      restored[i] = scenario.takesSnapshots() ? restored() : 0;
      try (PackagedFunction function = start(List.of())) {
        cold[i] = cold(function);
        double[] warm = warm(function);
        first[i] = Median.of(Arrays.copyOf(warm, WARM));
        last[i] = Median.of(Arrays.copyOfRange(warm, warm.length - WARM, warm.length));
        peak[i] = function.figures().peakBytes();
      }
    }
    return new Figures(
        Median.of(cold),
        Median.of(cached),
        Median.of(restored),
        Median.of(first),
        Median.of(last),
        Median.of(peak),
        Files.size(scenario.zip(projectRoot)));
  }

  private PackagedFunction start(List<String> moreFlags) throws IOException {
    Path folder = Files.createTempDirectory(scratch, "process");
    PackagedFunction.Setup setup = setup(scenario, projectRoot);
    List<String> flags = new ArrayList<>(setup.jvmFlags());
    flags.addAll(moreFlags);
    return PackagedFunction.start(setup.with(flags), folder, scenario.event(event++));
  }

  private double cold(PackagedFunction function) throws IOException, InterruptedException {
    scenario.verify(function.answer());
    return (System.nanoTime() - function.startedAt()) / 1e6;
  }

  private double restored() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory(scratch, "process");
    try (PackagedFunction function =
        PackagedFunction.start(snapStart(scenario, projectRoot), folder, null)) {
      function.restore();
      long start = System.nanoTime();
      scenario.verify(function.invoke(scenario.event(event++)));
      return (System.nanoTime() - start) / 1e6;
    }
  }

  private double[] warm(PackagedFunction function) throws IOException, InterruptedException {
    double[] millis = new double[Math.max(WARM, scenario.invocations())];
    for (int n = 0; n < millis.length; n++) {
      Invocation answer = function.invoke(scenario.event(event++));
      scenario.verify(answer);
      millis[n] = answer.nanos() / 1e6;
    }
    return millis;
  }

  /** The same as Lambda runs it where a snapshot will be taken: with both compilers. */
  static PackagedFunction.Setup snapStart(Scenario scenario, Path projectRoot) {
    PackagedFunction.Setup setup = setup(scenario, projectRoot);
    Map<String, String> environment = new HashMap<>(setup.environment());
    environment.put("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");
    List<String> flags = new ArrayList<>(setup.jvmFlags());
    flags.addAll(LambdaJvm.BOTH_COMPILERS);
    return setup.with(environment).with(flags);
  }

  /** The scenario's package on one core, as its function in Lambda has it. */
  static PackagedFunction.Setup setup(Scenario scenario, Path projectRoot) {
    List<String> flags = new ArrayList<>(scenario.jvm().flags());
    flags.addAll(scenario.jvmFlags());
    return new PackagedFunction.Setup(
        scenario.zip(projectRoot),
        scenario.handler(),
        scenario.environment(),
        flags,
        true,
        TIMEOUT);
  }
}
