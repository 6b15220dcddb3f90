package io.tagwatch.notify.channel;

import java.time.Duration;

/** What became of one notification on one channel. Reasons hold no secret. */
public sealed interface Delivery {

  /**
   * The service confirmed it.
   *
   * @param reference what the service calls the message; may be empty
   * @param form in which it was sent
   */
  record Sent(String reference, Form form) implements Delivery {

    /** As every service takes it that shows it whole. */
    public Sent(String reference) {
      this(reference, Form.RICH);
    }
  }

  /**
   * Worth another try.
   *
   * @param after not before that; zero when the service did not say
   */
  record Retryable(String reason, Duration after) implements Delivery {}

  /** The service will never take it: wrong credentials, archived channel, invalid payload. */
  record Rejected(String reason) implements Delivery {}
}
