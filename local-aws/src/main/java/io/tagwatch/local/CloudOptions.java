package io.tagwatch.local;

import java.nio.file.Path;
import java.time.Instant;

/**
 * How an embedded cloud starts.
 *
 * @param port 0 for any free one
 * @param account the twelve digits of every ARN
 * @param region of requests that are not signed; signed ones name their own
 * @param startAt where the clock stands still until it is moved; null for real time
 * @param dataFolder what keeps alarms, metrics, topics and queues across restarts; null for memory
 */
public record CloudOptions(
    int port, String account, String region, Instant startAt, Path dataFolder) {

  /** Any free port, account 123456789012, us-east-1, real time, in memory. */
  public static CloudOptions defaults() {
    return new CloudOptions(0, "123456789012", "us-east-1", null, null);
  }

  public CloudOptions withPort(int value) {
    return new CloudOptions(value, account, region, startAt, dataFolder);
  }

  public CloudOptions withAccount(String value) {
    return new CloudOptions(port, value, region, startAt, dataFolder);
  }

  public CloudOptions withRegion(String value) {
    return new CloudOptions(port, account, value, startAt, dataFolder);
  }

  public CloudOptions startingAt(Instant value) {
    return new CloudOptions(port, account, region, value, dataFolder);
  }

  public CloudOptions withDataFolder(Path value) {
    return new CloudOptions(port, account, region, startAt, value);
  }
}
