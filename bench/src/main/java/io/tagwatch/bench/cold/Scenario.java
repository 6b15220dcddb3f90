package io.tagwatch.bench.cold;

import io.tagwatch.bench.runtime.Invocation;
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

  /** JVM flags beside those of Lambda's runtime, such as a trust store. */
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

  /** The package that the build made. */
  default Path zip(Path projectRoot) {
    return projectRoot.resolve(function()).resolve("target").resolve(function() + ".zip");
  }

  /**
   * @param coldMillis start of the process to the first answer
   * @param warmMillis one invocation once warm
   * @param zipBytes size of the package
   */
  record Targets(double coldMillis, double warmMillis, long zipBytes) {}
}
