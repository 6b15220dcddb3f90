package io.tagwatch.local.sns;

import io.tagwatch.local.view.MessageView;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Publishes: gives each message an id, brings it to all subscriptions, and remembers it. */
final class Publisher implements TopicPublisher {
  private final Topics topics;
  private final Fanout fanout;
  private final PublishedMessages published;
  private final InstantSource clock;
  private final Supplier<UUID> ids;

  Publisher(
      Topics topics,
      Fanout fanout,
      PublishedMessages published,
      InstantSource clock,
      Supplier<UUID> ids) {
    this.topics = topics;
    this.fanout = fanout;
    this.published = published;
    this.clock = clock;
    this.ids = ids;
  }

  @Override
  public String publish(String topicArn, Optional<String> subject, String message) {
    Publication publication = new Publication(message, subject, false, Map.of(), Optional.empty());
    PublishRules.check(publication);
    return publish(topics.existing(TopicArn.parse("TopicArn", topicArn)), publication);
  }

  /** Publishes what was checked. */
  String publish(Topic topic, Publication publication) {
    String id = ids.get().toString();
    Instant at = clock.instant();
    List<TopicDelivery> deliveries =
        topics.subscribersOf(topic.arn()).stream()
            .map(each -> fanout.deliver(publication, id, at, topic, each))
            .toList();
    String text = PublishRules.textFor("default", publication);
    MessageView view =
        new MessageView(id, at, topic.arn().toString(), publication.subject().orElse(""), text);
    published.add(new PublishedMessage(view, deliveries));
    return id;
  }
}
