package io.tagwatch.cli.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** The packaged command line as a process of its own. */
final class Tagwatch implements AutoCloseable {
  static final Duration MOST = Duration.ofSeconds(120);

  private final Process process;
  private final List<String> lines = Collections.synchronizedList(new ArrayList<>());
  private final Thread reader;

  private Tagwatch(Process process) {
    this.process = process;
    this.reader = Thread.ofVirtual().start(this::read);
  }

  /** Starts one in a folder; what it says on either stream is collected. */
  static Tagwatch start(Path folder, Map<String, String> variables, String... args)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of("-jar", Path.of("target/tagwatch.jar").toAbsolutePath().toString()));
    command.addAll(Arrays.asList(args));
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().putAll(variables);
    return new Tagwatch(builder.start());
  }

  private void read() {
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        lines.add(line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Everything said so far. */
  List<String> lines() {
    return List.copyOf(lines);
  }

  /** Waits until a line like that was said. */
  String line(Predicate<String> wanted) {
    Patience.until(
        () -> lines().stream().anyMatch(wanted) || !process.isAlive(), () -> "it said " + lines());
    return lines().stream()
        .filter(wanted)
        .findFirst()
        .orElseThrow(() -> new AssertionError("it ended and said " + lines()));
  }

  /** Waits for the end. */
  int exitCode() throws InterruptedException {
    if (!process.waitFor(MOST.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("still running, said " + lines());
    }
    reader.join();
    return process.exitValue();
  }

  /** As Ctrl-C and kill do. */
  void interrupt() {
    process.destroy();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
