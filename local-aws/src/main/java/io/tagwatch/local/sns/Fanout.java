package io.tagwatch.local.sns;

import io.tagwatch.local.sns.TopicDelivery.Outcome;
import io.tagwatch.local.sns.filter.FilterPolicy;
import io.tagwatch.local.sns.filter.FilteredAttribute;
import io.tagwatch.local.sqs.MessageAttribute;
import io.tagwatch.local.sqs.QueueInbox;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Brings one message to one subscription. */
final class Fanout {
  private final QueueInbox queues;
  private final Envelope envelope;

  Fanout(QueueInbox queues, Envelope envelope) {
    this.queues = queues;
    this.envelope = envelope;
  }

  TopicDelivery deliver(
      Publication publication, String id, Instant at, Topic topic, Subscription to) {
    if (!to.confirmed()) {
      return TopicDelivery.of(to, Outcome.PENDING, "the subscription is not confirmed");
    }
    String text = PublishRules.textFor(to.protocol(), publication);
    if (!wants(to, publication, text)) {
      return TopicDelivery.of(to, Outcome.FILTERED, "the filter policy does not want it");
    }
    if (to.raw() && publication.attributes().size() > SnsLimits.ATTRIBUTES_PER_RAW_MESSAGE) {
      return undelivered(publication, text, to, "a raw message has at most ten attributes");
    }
    String body = to.raw() ? text : envelope.wrap(publication, text, id, at, topic, to);
    return queues
        .put(to.endpoint(), body, attributes(to, publication), publication.group())
        .map(reason -> undelivered(publication, body, to, reason))
        .orElseGet(() -> TopicDelivery.of(to, Outcome.DELIVERED, ""));
  }

  private TopicDelivery undelivered(
      Publication publication, String body, Subscription to, String reason) {
    Optional<String> deadLetters =
        SubscriptionAttribute.deadLetterQueue(
            to.attributes().getOrDefault(SubscriptionAttribute.REDRIVE, ""),
            SubscriptionAttribute.BY_ITSELF);
    boolean kept =
        deadLetters
            .map(arn -> queues.put(arn, body, attributes(to, publication), publication.group()))
            .filter(Optional::isEmpty)
            .isPresent();
    return TopicDelivery.of(to, kept ? Outcome.DEAD_LETTERED : Outcome.FAILED, reason);
  }

  private static boolean wants(Subscription to, Publication publication, String text) {
    Optional<FilterPolicy> policy =
        SubscriptionAttribute.filter(
            to.attributes().getOrDefault(SubscriptionAttribute.FILTER, ""),
            SubscriptionAttribute.BY_ITSELF);
    if (policy.isEmpty()) {
      return true;
    }
    if (SubscriptionAttribute.ON_BODY.equals(to.attributes().get(SubscriptionAttribute.SCOPE))) {
      return policy.get().wantsBody(text);
    }
    Map<String, FilteredAttribute> attributes = new LinkedHashMap<>();
    publication
        .attributes()
        .forEach(
            (name, each) ->
                attributes.put(name, new FilteredAttribute(each.dataType(), each.value())));
    return policy.get().wantsAttributes(attributes);
  }

  /** What travels beside the body: with an envelope nothing, as the envelope holds it. */
  private static Map<String, MessageAttribute> attributes(
      Subscription to, Publication publication) {
    Map<String, MessageAttribute> attributes = new LinkedHashMap<>();
    if (to.raw()) {
      publication.attributes().entrySet().stream()
          .limit(SnsLimits.ATTRIBUTES_PER_RAW_MESSAGE)
          .forEach(
              each ->
                  attributes.put(
                      each.getKey(),
                      new MessageAttribute(each.getValue().dataType(), each.getValue().value())));
    }
    return attributes;
  }
}
