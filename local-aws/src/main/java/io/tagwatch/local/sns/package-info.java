/**
 * Simple Notification Service, API version 2010-03-31 in the Query protocol: standard topics.
 *
 * <p>The door is {@link io.tagwatch.local.sns.SnsService}. Inside the process, alarms and events
 * publish through {@link io.tagwatch.local.sns.TopicPublisher}, and the page reads {@link
 * io.tagwatch.local.sns.SnsService#published()}.
 *
 * <p>What this cloud does about each protocol of a subscription:
 *
 * <ul>
 *   <li>{@code sqs}: delivers, or moves to the subscription's dead-letter queue.
 *   <li>{@code email}, {@code email-json}: sends no mail, so the subscription stays pending, is
 *       counted as pending and receives nothing, as with AWS until somebody clicks.
 *   <li>all others ({@code http}, {@code https}, {@code lambda}, {@code sms}, {@code application},
 *       {@code firehose}): refused by Subscribe.
 * </ul>
 *
 * <p>FIFO topics are refused. Access policies and encryption settings are kept and shown, and
 * nobody is refused by them. Envelopes have the shape of AWS's, but their signature is none: this
 * cloud does not hold the service's key.
 */
package io.tagwatch.local.sns;
