package io.tagwatch.uptime.publish;

import java.time.Duration;
import java.util.List;

/** Where metrics go. */
public interface MetricSink {

  /**
   * Hands over one batch that fits one request.
   *
   * @param limit when it is over, no further try is made
   */
  Delivery put(List<Datum> batch, Duration limit);

  /** What became of a batch. */
  sealed interface Delivery {

    /** It was taken. */
    record Taken() implements Delivery {}

    /** One of its values, or their number, is refused; others may be taken without it. */
    record Refused(String reason) implements Delivery {}

    /** It was not, and will not be; {@code reason} holds no secret. */
    record Lost(String reason) implements Delivery {}
  }
}
