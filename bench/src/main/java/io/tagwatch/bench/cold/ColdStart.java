package io.tagwatch.bench.cold;

import io.tagwatch.bench.Median;
import io.tagwatch.bench.runtime.Invocation;
import io.tagwatch.bench.runtime.PackagedFunction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Measures one scenario: several fresh processes, each with one cold and many warm invocations. */
final class ColdStart {
  /** What Lambda's Java runtimes set: the first compiler only and the serial collector. */
  static final List<String> LAMBDA_FLAGS =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx420m");

  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  private final Scenario scenario;
  private final Path projectRoot;
  private final Path scratch;

  ColdStart(Scenario scenario, Path projectRoot, Path scratch) {
    this.scenario = scenario;
    this.projectRoot = projectRoot;
    this.scratch = scratch;
  }

  /** Medians over all processes: milliseconds, milliseconds, bytes, bytes. */
  record Figures(double coldMillis, double warmMillis, double peakBytes, long zipBytes) {}

  Figures measure(int processes, int warmInvocations) throws IOException, InterruptedException {
    double[] cold = new double[processes];
    double[] warm = new double[processes];
    double[] peak = new double[processes];
    int event = 0;
    for (int i = 0; i < processes; i++) {
      Path folder = Files.createTempDirectory(scratch, "process");
      try (PackagedFunction function =
          PackagedFunction.start(setup(), folder, scenario.event(event++))) {
        scenario.verify(function.answer());
        cold[i] = (System.nanoTime() - function.startedAt()) / 1e6;
        warm[i] = warm(function, event, warmInvocations);
        event += warmInvocations;
        peak[i] = function.figures().peakBytes();
      }
    }
    return new Figures(
        Median.of(cold), Median.of(warm), Median.of(peak), Files.size(scenario.zip(projectRoot)));
  }

  private double warm(PackagedFunction function, int firstEvent, int invocations)
      throws IOException, InterruptedException {
    double[] millis = new double[invocations];
    for (int n = 0; n < invocations; n++) {
      Invocation answer = function.invoke(scenario.event(firstEvent + n));
      scenario.verify(answer);
      millis[n] = answer.nanos() / 1e6;
    }
    return Median.of(millis);
  }

  private PackagedFunction.Setup setup() {
    List<String> flags = new ArrayList<>(LAMBDA_FLAGS);
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
