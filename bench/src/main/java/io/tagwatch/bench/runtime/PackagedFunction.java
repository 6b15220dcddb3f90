package io.tagwatch.bench.runtime;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * A packaged function in a process of its own, driven through the real runtime interface client.
 * Linux only: the client's HTTP transport is native.
 */
public final class PackagedFunction implements AutoCloseable {
  /**
   * File descriptors of one execution environment.
   *
   * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html">Lambda
   *     quotas</a>
   */
  public static final int FILE_DESCRIPTORS = 1_024;

  private static final Duration TICK = Duration.ofMillis(50);

  private static final String CLIENT_MAIN =
      "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";
  private static final List<String> RUNTIME_JARS =
      List.of(
          "aws-lambda-java-runtime-interface-client",
          "aws-lambda-java-core",
          "aws-lambda-java-serialization",
          "utils-lite");

  private final RuntimeApi api;
  private final Process process;
  private final Path output;
  private final Duration timeout;
  private final long startedAt;

  private PackagedFunction(
      RuntimeApi api, Process process, Path output, Duration timeout, long startedAt) {
    this.api = api;
    this.process = process;
    this.output = output;
    this.timeout = timeout;
    this.startedAt = startedAt;
  }

  /**
   * What to run and how.
   *
   * @param zip the package
   * @param handler the handler class
   * @param environment variables of the function; the process gets these and Lambda's own, no
   *     others
   * @param jvmFlags flags before the main class
   * @param pinToOneCore whether the process may use one core only, through {@code taskset}, and no
   *     more file descriptors than in Lambda
   * @param timeout the function's timeout; also how long an answer is awaited
   */
  public record Setup(
      Path zip,
      String handler,
      Map<String, String> environment,
      List<String> jvmFlags,
      boolean pinToOneCore,
      Duration timeout) {

    /** The same with other variables. */
    public Setup with(Map<String, String> otherVariables) {
      return new Setup(zip, handler, otherVariables, jvmFlags, pinToOneCore, timeout);
    }

    /** The same with other flags. */
    public Setup with(List<String> otherFlags) {
      return new Setup(zip, handler, environment, otherFlags, pinToOneCore, timeout);
    }
  }

  /** True where the runtime interface client can run. */
  public static boolean isSupported() {
    return System.getProperty("os.name").equals("Linux");
  }

  /**
   * Unpacks the zip into {@code folder}, which must be empty, and starts the process.
   *
   * @param firstEvent what the process finds as soon as it asks; null for nothing yet
   */
  public static PackagedFunction start(Setup setup, Path folder, byte[] firstEvent)
      throws IOException {
    Path taskRoot = TaskRoot.unpack(setup.zip(), Files.createDirectories(folder.resolve("task")));
    RuntimeApi api = RuntimeApi.start(setup.timeout());
    Path output = folder.resolve("output.log");
    ProcessBuilder builder = new ProcessBuilder(command(setup));
    builder.directory(taskRoot.toFile());
    builder.redirectErrorStream(true);
    builder.redirectOutput(output.toFile());
    builder.environment().clear();
    builder.environment().putAll(lambdaVariables(taskRoot, api, setup.handler()));
    builder.environment().putAll(setup.environment());
    if (firstEvent != null) {
      api.offer(UUID.randomUUID().toString(), firstEvent);
    }
    long startedAt = System.nanoTime();
    return new PackagedFunction(api, builder.start(), output, setup.timeout(), startedAt);
  }

  /** {@link System#nanoTime()} just before the process was started. */
  public long startedAt() {
    return startedAt;
  }

  /** Waits for the answer to the event that was handed out last. */
  public Invocation answer() throws IOException, InterruptedException {
    return awaited(() -> api.answer(TICK));
  }

  /**
   * Waits until a function under SnapStart ({@code AWS_LAMBDA_INITIALIZATION_TYPE}) is ready for
   * its snapshot, then lets it go on as if it had been restored from it.
   */
  public void restore() throws IOException, InterruptedException {
    awaited(() -> api.isReady(TICK) ? Boolean.TRUE : null);
    api.restore();
  }

  /** Something that comes within a tick, else null. */
  @FunctionalInterface
  private interface Awaited<T> {
    T orNull() throws InterruptedException;
  }

  private <T> T awaited(Awaited<T> wanted) throws IOException, InterruptedException {
    long end = System.nanoTime() + timeout.toNanos();
    while (System.nanoTime() < end) {
      T found = wanted.orNull();
      if (found != null) {
        return found;
      }
      if (!process.isAlive()) {
        throw new IOException("the function's process ended early:\n" + output());
      }
    }
    throw new IOException("no answer within " + timeout.toSeconds() + " s:\n" + output());
  }

  /** Sends one more event and waits for its answer. */
  public Invocation invoke(byte[] event) throws IOException, InterruptedException {
    api.offer(UUID.randomUUID().toString(), event);
    return answer();
  }

  /** What the process has used so far. */
  public ProcessFigures figures() throws IOException {
    return ProcessFigures.of(process.pid());
  }

  /** What the process wrote so far. */
  public String output() throws IOException {
    return Files.readString(output);
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(2, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    api.close();
  }

  private static List<String> command(Setup setup) {
    List<String> command = new ArrayList<>();
    if (setup.pinToOneCore()) {
      command.addAll(List.of("prlimit", "--nofile=" + FILE_DESCRIPTORS, "taskset", "-c", "0"));
    }
    command.add(java());
    command.addAll(setup.jvmFlags());
    command.addAll(List.of("-cp", runtimeClassPath(), CLIENT_MAIN, setup.handler()));
    return command;
  }

  /** The JVM that this bench runs on. */
  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** The runtime interface client and what it needs; the function's own jars are elsewhere. */
  static String runtimeClassPath() {
    String path =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> RUNTIME_JARS.stream().anyMatch(jar -> isJar(entry, jar)))
            .collect(Collectors.joining(File.pathSeparator));
    if (path.isEmpty()) {
      throw new IllegalStateException("the runtime interface client is not on the class path");
    }
    return path;
  }

  private static boolean isJar(String entry, String artifact) {
    return Path.of(entry).getFileName().toString().matches(artifact + "-\\d[\\d.]*\\.jar");
  }

  private static Map<String, String> lambdaVariables(
      Path taskRoot, RuntimeApi api, String handler) {
    return Map.of(
        "AWS_LAMBDA_RUNTIME_API", api.address(),
        "LAMBDA_TASK_ROOT", taskRoot.toString(),
        "_HANDLER", handler,
        "AWS_LAMBDA_FUNCTION_NAME", "tagwatch",
        "AWS_LAMBDA_FUNCTION_VERSION", "$LATEST",
        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512",
        "AWS_REGION", "us-east-1",
        "AWS_ACCESS_KEY_ID", "local",
        "AWS_SECRET_ACCESS_KEY", "local",
        "PATH", System.getenv().getOrDefault("PATH", "/usr/bin:/bin"));
  }
}
