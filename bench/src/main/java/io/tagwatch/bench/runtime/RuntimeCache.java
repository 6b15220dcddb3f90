package io.tagwatch.bench.runtime;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A cache of what the JVM and the runtime interface client load before any handler, such as
 * Lambda's Java 25 has; of the handler's own classes it knows nothing. Recorded from one run of a
 * package that does nothing (JEP 483).
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/java-customization.html">Customize
 *     Java runtime startup behavior</a>
 * @see <a href="https://openjdk.org/jeps/483">JEP 483: Ahead-of-Time Class Loading and Linking</a>
 */
public final class RuntimeCache {
  private final Path file;

  private RuntimeCache(Path file) {
    this.file = file;
  }

  /**
   * Makes one in {@code folder}.
   *
   * @param idle a package whose handler does nothing
   * @throws IOException when the JVM cannot make it
   */
  public static RuntimeCache record(PackagedFunction.Setup idle, Path folder)
      throws IOException, InterruptedException {
    Path record = folder.resolve("runtime.aotconf");
    List<String> flags = new ArrayList<>(idle.jvmFlags());
    flags.addAll(List.of("-XX:AOTMode=record", "-XX:AOTConfiguration=" + record));
    try (PackagedFunction function =
        PackagedFunction.start(
            idle.with(flags), folder.resolve("recorded"), "{}".getBytes(US_ASCII))) {
      function.answer();
    }
    RuntimeCache cache = new RuntimeCache(folder.resolve("runtime.aot"));
    cache.make(idle.jvmFlags(), record);
    return cache;
  }

  /** The flag by which a JVM uses it. */
  public String flag() {
    return "-XX:AOTCache=" + file;
  }

  private void make(List<String> jvmFlags, Path record) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(PackagedFunction.java());
    command.addAll(jvmFlags);
    command.addAll(
        List.of(
            "-XX:AOTMode=create",
            "-XX:AOTConfiguration=" + record,
            "-XX:AOTCache=" + file,
            "-cp",
            PackagedFunction.runtimeClassPath()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), US_ASCII);
    if (process.waitFor() != 0 || !Files.exists(file)) {
      throw new IOException("the JVM made no cache of its classes: " + output);
    }
  }
}
