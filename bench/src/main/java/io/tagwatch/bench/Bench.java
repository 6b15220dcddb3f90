package io.tagwatch.bench;

import io.tagwatch.bench.cold.ColdBench;
import io.tagwatch.bench.engine.EngineBench;
import io.tagwatch.bench.notify.NotifyBench;
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
      List.of("floor-idle", "floor-tls", "notify-lambda", "uptime-lambda", "alarms-lambda");

  private Bench() {}

  /**
   * @param arguments project root, then {@code engine}, {@code sync}, {@code notify}, or {@code
   *     cold} and the functions to measure (default: all)
   */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length == 2 && arguments[1].equals("engine")) {
      System.out.println(Machine.describe());
      System.out.println();
      EngineBench.main(new String[0]);
      return;
    }
    if (arguments.length == 2 && arguments[1].equals("sync")) {
      System.out.println(Machine.describe());
      System.out.println();
      System.out.print(SyncBench.run(Path.of(arguments[0])));
      System.exit(0);
    }
    if (arguments.length >= 2 && arguments[1].equals("notify")) {
      Optional<Path> peer = peer(arguments);
      System.out.println(Machine.describe());
      System.out.println();
      System.out.print(NotifyBench.run(peer));
      System.exit(0);
    }
    if (arguments.length < 2 || !arguments[1].equals("cold")) {
      System.err.println(
          "usage: bench/run.sh engine | sync | notify [--peer notify_slack.py] | cold [floor-idle|floor-tls|notify-lambda|uptime-lambda|alarms-lambda]…");
      System.exit(2);
    }
    if (!PackagedFunction.isSupported()) {
      System.err.println("the runtime interface client needs Linux; nothing was measured");
      System.exit(2);
    }
    List<String> functions = Arrays.asList(arguments).subList(2, arguments.length);
    String table =
        ColdBench.run(Path.of(arguments[0]), functions.isEmpty() ? FUNCTIONS : functions);
    System.out.println(Machine.describe());
    System.out.println();
    System.out.print(table);
    System.exit(0);
  }

  /** {@code --peer FILE}, else the environment's {@code TAGWATCH_PEER}. */
  private static Optional<Path> peer(String[] arguments) {
    boolean given = arguments.length == 4 && arguments[2].equals("--peer");
    if (arguments.length > 2 && !given) {
      System.err.println("usage: bench/run.sh notify [--peer notify_slack.py]");
      System.exit(2);
    }
    String named = given ? arguments[3] : System.getenv().getOrDefault("TAGWATCH_PEER", "");
    Optional<Path> file = named.isBlank() ? Optional.empty() : Optional.of(Path.of(named));
    if (file.isPresent() && !Files.isRegularFile(file.get())) {
      System.err.println("the peer's handler " + named + " is not there");
      System.exit(2);
    }
    return file;
  }
}
