package io.tagwatch.cli.page.browser;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** A chromedriver on a free port, with an empty profile for its browser. */
final class DriverProcess implements AutoCloseable {
  private static final List<String> BROWSERS = List.of("chromium", "chromium-browser");
  private static final List<String> DRIVERS = List.of("chromedriver");

  private final Process process;
  private final Path profile;
  private final URI url;

  private DriverProcess(Process process, Path profile, URI url) {
    this.process = process;
    this.profile = profile;
    this.url = url;
  }

  static DriverProcess start() throws IOException {
    Path profile = Files.createTempDirectory("chromium");
    Process process =
        new ProcessBuilder(onPath(DRIVERS).orElseThrow().toString(), "--port=0")
            .redirectErrorStream(true)
            .start();
    try {
      URI url = URI.create("http://127.0.0.1:" + DriverPort.of(process));
      return new DriverProcess(process, profile, url);
    } catch (RuntimeException e) {
      process.destroy();
      throw e;
    }
  }

  static Optional<Path> browser() {
    return onPath(BROWSERS);
  }

  static Optional<Path> driver() {
    return onPath(DRIVERS);
  }

  URI url() {
    return url;
  }

  Path profile() {
    return profile;
  }

  /** Ends the driver and whatever it started. */
  @Override
  public void close() {
    List<ProcessHandle> family = new ArrayList<>(process.descendants().toList());
    family.add(process.toHandle());
    process.destroy();
    family.forEach(DriverProcess::awaitEnd);
    delete(profile);
  }

  /** What still runs could write into the profile while it is deleted. */
  private static void awaitEnd(ProcessHandle process) {
    try {
      process.onExit().get(10, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      process.destroyForcibly();
      process.onExit().join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException("waiting for a process failed", e);
    }
  }

  private static Optional<Path> onPath(List<String> names) {
    String folders = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Stream.of(folders.split(File.pathSeparator))
        .flatMap(folder -> names.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
