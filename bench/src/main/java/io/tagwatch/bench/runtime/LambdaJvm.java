package io.tagwatch.bench.runtime;

import java.util.List;

/**
 * How the JVM finds itself in Lambda's Java runtimes: the first compiler only, the serial
 * collector, the way to the hooks of snapshots, and the memory of a small machine, by which it
 * sizes its heap. Lambda documents the compiler; the rest is what a process there shows as its
 * command line.
 *
 * @param megabytes the function's {@code memory_size}
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/java-customization.html">Customize
 *     Java runtime startup behavior</a>
 */
public record LambdaJvm(int megabytes) {
  /** What Terraform gives uptime-lambda and notify-lambda. */
  public static final LambdaJvm SMALL = new LambdaJvm(512);

  /** What Terraform gives alarms-lambda. */
  public static final LambdaJvm LARGE = new LambdaJvm(1_024);

  /** For after {@link #flags()}: what SnapStart and provisioned concurrency run with. */
  public static final List<String> BOTH_COMPILERS = List.of("-XX:TieredStopAtLevel=4");

  /** For after {@link #flags()}: what Terraform sets for uptime-lambda, besides. */
  public static final List<String> UPTIME = List.of("-Xmn128m");

  /** A fifth is left for what is not heap. */
  private static final double HEAP_SHARE = 0.82;

  /** Flags before the main class. */
  public List<String> flags() {
    return List.of(
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-Djava.net.preferIPv4Stack=true",
        "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac",
        "-XX:MaxRAM=" + megabytes + "m",
        "-Xmx" + Math.round(megabytes * HEAP_SHARE) + "m");
  }
}
