package io.tagwatch.local.sns;

/**
 * What became of one message at one subscription.
 *
 * @param subscription its ARN
 * @param protocol such as {@code sqs}
 * @param endpoint the queue's ARN or the mail address
 * @param outcome what happened
 * @param reason why it was not delivered; empty when it was
 */
public record TopicDelivery(
    String subscription, String protocol, String endpoint, Outcome outcome, String reason) {

  /** What may become of a message. */
  public enum Outcome {
    DELIVERED,
    /** The subscription's filter policy does not want it. */
    FILTERED,
    /** The subscription was never confirmed. */
    PENDING,
    /** It could not be delivered and lies in the subscription's dead-letter queue. */
    DEAD_LETTERED,
    /** It could not be delivered and is lost. */
    FAILED
  }

  static TopicDelivery of(Subscription to, Outcome outcome, String reason) {
    return new TopicDelivery(to.arn(), to.protocol(), to.endpoint(), outcome, reason);
  }
}
