package io.tagwatch.bench.probes;

import io.tagwatch.bench.runtime.PackagedFunction;
import io.tagwatch.bench.runtime.ProcessFigures;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * prometheus/blackbox_exporter, asked as Prometheus asks it: one request a probe, connections to it
 * kept. What the asking costs is not counted, what answering costs it is: that is its product.
 */
final class BlackboxContender implements Contender {
  /** Debian's name of the program, and the project's own. */
  private static final List<String> PROGRAMS =
      List.of("prometheus-blackbox-exporter", "blackbox_exporter");

  /** Probes at a time: each holds two descriptors of the 1,024, one to us, one to its target. */
  private static final int WIDTH = 400;

  private final Path program;
  private final Path folder;
  private final Targets targets;
  private final HttpClient client = HttpClient.newHttpClient();
  private Process process;
  private URI address;

  private BlackboxContender(Path program, Path folder, Targets targets) {
    this.program = program;
    this.folder = folder;
    this.targets = targets;
  }

  /**
   * @param trusted the certificate of the targets; empty for plain http
   * @return empty where the program is not installed
   */
  static Optional<BlackboxContender> find(Path folder, Targets targets, Optional<Path> trusted)
      throws IOException {
    Optional<Path> program = installed();
    if (program.isPresent()) {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve("blackbox.yml"), configuration(targets, trusted));
    }
    return program.map(found -> new BlackboxContender(found, folder, targets));
  }

  private static Optional<Path> installed() {
    return List.of(System.getenv().getOrDefault("PATH", "/usr/bin").split(":")).stream()
        .flatMap(place -> PROGRAMS.stream().map(name -> Path.of(place, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static String configuration(Targets targets, Optional<Path> trusted) {
    String tls = trusted.map(each -> "      tls_config: {ca_file: \"" + each + "\"}\n").orElse("");
    return """
        modules:
          bench:
            prober: http
            timeout: %ds
            http:
              preferred_ip_protocol: ip4
        %s"""
        .formatted(targets.timeout().toSeconds(), tls);
  }

  @Override
  public String title() {
    return "blackbox_exporter";
  }

  @Override
  public void start() throws IOException, InterruptedException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    address = URI.create("http://127.0.0.1:" + port);
    process =
        new ProcessBuilder(
                "prlimit",
                "--nofile=" + PackagedFunction.FILE_DESCRIPTORS,
                "taskset",
                "-c",
                "0",
                program.toString(),
                "--config.file=" + folder.resolve("blackbox.yml"),
                "--web.listen-address=127.0.0.1:" + port,
                "--log.level=error")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("blackbox.log").toFile())
            .start();
    awaitReady();
  }

  private void awaitReady() throws IOException, InterruptedException {
    for (int tries = 0; ; tries++) {
      try {
        get(address.resolve("/-/healthy"));
        return;
      } catch (IOException notYet) {
        if (tries == 200 || !process.isAlive()) {
          throw new IOException(
              "blackbox_exporter did not start: "
                  + Files.readString(folder.resolve("blackbox.log")),
              notYet);
        }
        Thread.sleep(20);
      }
    }
  }

  @Override
  public Set<String> round() throws IOException, InterruptedException {
    Set<String> down = ConcurrentHashMap.newKeySet();
    Semaphore places = new Semaphore(WIDTH);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> probes = new ArrayList<>();
      for (String url : targets.urls()) {
        places.acquire();
        probes.add(threads.submit(() -> probe(url, places, down)));
      }
      for (Future<?> probe : probes) {
        probe.get();
      }
    } catch (java.util.concurrent.ExecutionException e) {
      throw new IOException("a probe could not be asked for", e);
    }
    return down;
  }

  private Void probe(String url, Semaphore places, Set<String> down)
      throws IOException, InterruptedException {
    try {
      String target = URLEncoder.encode(url, StandardCharsets.UTF_8);
      if (!get(address.resolve("/probe?module=bench&target=" + target))
          .contains("\nprobe_success 1\n")) {
        down.add(url);
      }
      return null;
    } finally {
      places.release();
    }
  }

  private String get(URI uri) throws IOException, InterruptedException {
    return client
        .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
        .body();
  }

  @Override
  public ProcessFigures figures() throws IOException {
    return ProcessFigures.of(process.pid());
  }

  @Override
  public void close() {
    if (process == null) {
      return;
    }
    process.destroy();
    try {
      process.waitFor(2, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
    process = null;
  }
}
