package io.tagwatch.uptime.publish;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;

/**
 * Metrics into CloudWatch. Tries a request again, with growing pauses, when it was throttled, when
 * the service failed, or when the connection did. A request that was taken although its answer got
 * lost may arrive twice; both have the same time and value, so that no minimum, maximum or average
 * changes.
 */
public final class CloudWatchSink implements MetricSink {
  private static final int MOST_TRIES = 5;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final int TOO_LARGE = 413;

  /** How the codes begin that PutMetricData answers to values; see its API reference. */
  private static final List<String> CONTENT_ERRORS =
      List.of("InvalidParameter", "MissingParameter", "MissingRequiredParameter", "Validation");

  private final Supplier<CloudWatchClient> client;
  private final String namespace;
  private final Pause pause;

  /** Waits between tries. */
  interface Pause {
    void sleep(Duration time) throws InterruptedException;
  }

  /**
   * @param client asked at every request; it is expected to be ready or to become so
   * @param namespace such as {@code Tagwatch/Uptime}
   */
  public CloudWatchSink(Supplier<CloudWatchClient> client, String namespace) {
    this(client, namespace, Thread::sleep);
  }

  CloudWatchSink(Supplier<CloudWatchClient> client, String namespace, Pause pause) {
    this.client = client;
    this.namespace = namespace;
    this.pause = pause;
  }

  @Override
  public Delivery put(List<Datum> batch, Duration limit) {
    if (!limit.isPositive()) {
      return new Delivery.Lost("the time for publishing is over");
    }
    long end = System.nanoTime() + limit.toNanos();
    Duration wait = FIRST_PAUSE;
    for (int attempt = 1; ; attempt++) {
      try {
        send(batch);
        return new Delivery.Taken();
      } catch (SdkException e) {
        boolean last = attempt == MOST_TRIES || System.nanoTime() + wait.toNanos() > end;
        if (last || !isWorthAnotherTry(e)) {
          return isAboutContent(e)
              ? new Delivery.Refused(problem(e))
              : new Delivery.Lost(problem(e));
        }
      }
      try {
        pause.sleep(wait);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return new Delivery.Lost("interrupted");
      }
      wait = wait.multipliedBy(2);
    }
  }

  private void send(List<Datum> batch) {
    List<MetricDatum> datums = batch.stream().map(CloudWatchSink::datum).toList();
    client.get().putMetricData(request -> request.namespace(namespace).metricData(datums));
  }

  private static MetricDatum datum(Datum datum) {
    MetricDatum.Builder builder =
        MetricDatum.builder()
            .metricName(datum.metric())
            .value(datum.value())
            .unit(datum.unit().spelling())
            .timestamp(datum.timestamp());
    datum
        .check()
        .ifPresent(
            check -> builder.dimensions(Dimension.builder().name("Check").value(check).build()));
    return builder.build();
  }

  private static boolean isWorthAnotherTry(SdkException e) {
    if (e instanceof SdkServiceException service) {
      return service.isThrottlingException() || service.statusCode() >= 500;
    }
    return true;
  }

  /** Too much at once, or a value that the service does not take. */
  private static boolean isAboutContent(SdkException e) {
    if (!(e instanceof AwsServiceException refusal)) {
      return false;
    }
    String code = refusal.awsErrorDetails() == null ? "" : refusal.awsErrorDetails().errorCode();
    return refusal.statusCode() == TOO_LARGE
        || code != null && CONTENT_ERRORS.stream().anyMatch(code::startsWith);
  }

  private static String problem(SdkException e) {
    return e instanceof SdkServiceException service && service.statusCode() == TOO_LARGE
        ? "the request is too large"
        : String.valueOf(e.getMessage());
  }
}
