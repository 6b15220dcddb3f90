package io.tagwatch.bench;

import io.tagwatch.bench.cold.ColdBench;
import io.tagwatch.bench.engine.EngineBench;
import io.tagwatch.bench.notify.NotifyBench;
import io.tagwatch.bench.probes.ProbesBench;
import io.tagwatch.bench.runtime.PackagedFunction;
import io.tagwatch.bench.sync.SyncBench;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Entry of {@code bench/run.sh}: the first argument names what is measured. */
public final class Bench {
  private static final List<String> FUNCTIONS =
      List.of(
          "floor-idle",
          "floor-tls",
          "notify-lambda",
          "notify-names",
          "uptime-lambda",
          "alarms-lambda");

  private Bench() {}

  /**
   * @param arguments project root, then what to measure: {@code engine}, {@code sync}, {@code
   *     notify}, {@code probes}, or {@code cold} and the functions (default: all)
   */
  public static void main(String[] arguments) throws Exception {
    Path root = Path.of(arguments[0]);
    List<String> wanted = Arrays.asList(arguments).subList(1, arguments.length);
    List<String> rest = wanted.isEmpty() ? wanted : wanted.subList(1, wanted.size());
    String figures =
        switch (wanted.isEmpty() ? "" : wanted.getFirst()) {
          case "engine" -> EngineBench.run();
          case "notify" -> NotifyBench.run(peer(rest));
          case "sync" -> SyncBench.run(root);
          case "cold" -> {
            requireLinux();
            yield ColdBench.run(root, rest.isEmpty() ? FUNCTIONS : rest);
          }
          case "probes" -> {
            requireLinux();
            yield ProbesBench.run(root);
          }
          default ->
              throw refused(
                  "usage: bench/run.sh engine | sync | notify [--peer notify_slack.py] | probes | cold"
                      + " [function…]\nfunctions: "
                      + String.join(", ", FUNCTIONS));
        };
    System.out.println(Machine.describe());
    System.out.println();
    System.out.print(figures);
    System.exit(0);
  }

  private static void requireLinux() {
    if (!PackagedFunction.isSupported()) {
      throw refused("the runtime interface client needs Linux; nothing was measured");
    }
  }

  /** {@code --peer FILE}, else the environment's {@code TAGWATCH_PEER}. */
  private static Optional<Path> peer(List<String> arguments) {
    boolean given = arguments.size() == 2 && arguments.getFirst().equals("--peer");
    if (!arguments.isEmpty() && !given) {
      throw refused("usage: bench/run.sh notify [--peer notify_slack.py]");
    }
    String named = given ? arguments.getLast() : System.getenv().getOrDefault("TAGWATCH_PEER", "");
    Optional<Path> file = named.isBlank() ? Optional.empty() : Optional.of(Path.of(named));
    if (file.isPresent() && !Files.isRegularFile(file.get())) {
      throw refused("the peer's handler " + named + " is not there");
    }
    return file;
  }

  /** Says why on stderr and ends; the exception is for the compiler only. */
  private static IllegalStateException refused(String why) {
    System.err.println(why);
    System.exit(2);
    return new IllegalStateException(why);
  }
}
