package io.tagwatch.uptime.publish;

import io.tagwatch.common.log.JsonLog;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** Publishes the metrics of a run and counts what was lost on the way. */
public final class Publisher {
  private final MetricSink sink;
  private final JsonLog log;

  public Publisher(MetricSink sink, JsonLog log) {
    this.sink = sink;
    this.log = log;
  }

  /**
   * Publishes everything, in as few requests as CloudWatch allows. The metrics of the run travel in
   * the last one, so that they can tell how many values the others lost. If that one is not taken
   * as it is, they follow on their own, with what was lost of it.
   *
   * @param ofRun the metrics of the run, given how many values were lost before
   * @param limit for all requests together
   * @return how many values were lost
   */
  public int publish(List<Datum> ofChecks, IntFunction<List<Datum>> ofRun, Duration limit) {
    long end = System.nanoTime() + limit.toNanos();
    List<List<Datum>> batches = Batches.of(ofChecks);
    List<Datum> last = batches.isEmpty() ? List.of() : batches.getLast();
    int lost = 0;
    for (List<Datum> batch : batches.subList(0, Math.max(0, batches.size() - 1))) {
      lost += put(batch, end);
    }
    List<Datum> closing = new ArrayList<>(last);
    closing.addAll(ofRun.apply(lost));
    if (last.isEmpty()) {
      return lost + put(closing, end);
    }
    if (Batches.of(closing).size() > 1) {
      lost += put(last, end);
      return lost + put(ofRun.apply(lost), end);
    }
    return close(last, closing, lost, ofRun, end);
  }

  private int close(
      List<Datum> last,
      List<Datum> closing,
      int lostBefore,
      IntFunction<List<Datum>> ofRun,
      long end) {
    int lost =
        lostBefore
            + switch (sink.put(closing, left(end))) {
              case MetricSink.Delivery.Taken taken -> 0;
              case MetricSink.Delivery.Refused refused when left(end).isPositive() ->
                  put(last, end);
              case MetricSink.Delivery.Refused refused -> lost(last, refused.reason());
              case MetricSink.Delivery.Lost failed -> lost(last, failed.reason());
            };
    boolean told = lost == lostBefore;
    return told ? lost : lost + put(ofRun.apply(lost), end);
  }

  /** One value that is refused must not take others down: halves are tried until it is alone. */
  private int put(List<Datum> batch, long end) {
    return switch (sink.put(batch, left(end))) {
      case MetricSink.Delivery.Taken taken -> 0;
      case MetricSink.Delivery.Refused refused when batch.size() > 1 && left(end).isPositive() -> {
        int middle = batch.size() / 2;
        yield put(batch.subList(0, middle), end) + put(batch.subList(middle, batch.size()), end);
      }
      case MetricSink.Delivery.Refused refused -> lost(batch, refused.reason());
      case MetricSink.Delivery.Lost lost -> lost(batch, lost.reason());
    };
  }

  private int lost(List<Datum> batch, String reason) {
    Datum first = batch.getFirst();
    log.error(
        "metrics_lost",
        "values",
        batch.size(),
        "problem",
        reason,
        "metric",
        first.metric(),
        "check",
        first.check().orElse(null));
    return batch.size();
  }

  private static Duration left(long end) {
    return Duration.ofNanos(end - System.nanoTime());
  }
}
