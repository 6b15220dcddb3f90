package io.tagwatch.objects;

import io.tagwatch.common.Environment;
import io.tagwatch.common.config.ConfigException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * The bucket named by {@code TAGWATCH_STATE_BUCKET}, without the SDK's S3 client, of which nothing
 * is loaded before the first call. Each call is over within a deadline, {@link #DEADLINE} unless
 * said otherwise, and is tried once. Thread-safe.
 */
public final class S3ObjectStore implements ObjectStore {
  /** How long one call may take from start to end. */
  public static final Duration DEADLINE = Duration.ofSeconds(2);

  private final Environment environment;
  private final String bucket;
  private final Duration deadline;
  private S3Calls calls;

  private S3ObjectStore(Environment environment, String bucket, Duration deadline) {
    this.environment = environment;
    this.bucket = bucket;
    this.deadline = deadline;
  }

  /** As {@link #of(Environment, Duration)}, with the usual deadline. */
  public static Optional<ObjectStore> of(Environment environment) {
    return of(environment, DEADLINE);
  }

  /**
   * Empty when the deployment has no bucket.
   *
   * @throws ConfigException when the bucket's name or the endpoint cannot be one
   */
  public static Optional<ObjectStore> of(Environment environment, Duration deadline) {
    environment.endpoint("S3");
    return environment
        .value("TAGWATCH_STATE_BUCKET")
        .map(bucket -> new S3ObjectStore(environment, checked(bucket.strip()), deadline));
  }

  private static String checked(String bucket) {
    if (S3Address.isBucket(bucket)) {
      return bucket;
    }
    throw ConfigException.of(
        "environment",
        "TAGWATCH_STATE_BUCKET \""
            + bucket
            + "\" must be 3 to 63 lower-case letters, digits and dashes");
  }

  @Override
  public Read read(String key, Optional<String> etag) {
    return inTime(() -> calls().get(key, etag), Read.Failed::new);
  }

  @Override
  public Write write(String key, String json) {
    return inTime(() -> calls().put(key, json), Write.Failed::new);
  }

  private <R> R inTime(java.util.concurrent.Callable<R> call, Function<String, R> failed) {
    FutureTask<R> task = new FutureTask<>(call);
    Thread.ofVirtual().start(task);
    try {
      return task.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return failed.apply("has no answer after " + deadline.toMillis() + " ms");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return failed.apply("was given up");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException bug) {
        throw bug;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  private synchronized S3Calls calls() {
    if (calls == null) {
      calls = new S3Calls(environment, bucket, deadline);
    }
    return calls;
  }
}
