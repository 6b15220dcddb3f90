package io.tagwatch.bench.cold;

import io.tagwatch.bench.runtime.Invocation;
import io.tagwatch.bench.runtime.LambdaJvm;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** One function with everything around it that it talks to. */
public interface Scenario extends AutoCloseable {

  /** The module and zip name, such as {@code notify-lambda}. */
  String function();

  String handler();

  /** The function's environment variables. */
  Map<String, String> environment();

  /** JVM flags beside those of {@link #jvm()}, such as a trust store. */
  List<String> jvmFlags();

  /** The n-th event, so that de-duplication does not swallow repeated ones. */
  byte[] event(int n);

  /**
   * Makes sure that an answer means that the work was done.
   *
   * @throws IllegalStateException when it does not
   */
  void verify(Invocation answer);

  /** What the figures are held against; 0 when nothing was promised. */
  Targets targets();

  @Override
  void close();

  /** What Lambda gives the function. */
  default LambdaJvm jvm() {
    return LambdaJvm.SMALL;
  }

  /** Whether the function does something before SnapStart's snapshot. */
  default boolean takesSnapshots() {
    return false;
  }

  /** How often the function is invoked after the first answer; the last fifty count as warm. */
  default int invocations() {
    return 50;
  }

  /** The package that the build made. */
  default Path zip(Path projectRoot) {
    return projectRoot.resolve(function()).resolve("target").resolve(function() + ".zip");
  }

  /**
   * @param coldMillis start of the process to the first answer
   * @param warmMillis one invocation once warm
   * @param peakBytes largest resident set
   * @param zipBytes size of the package
   */
  record Targets(double coldMillis, double warmMillis, long peakBytes, long zipBytes) {}
}
