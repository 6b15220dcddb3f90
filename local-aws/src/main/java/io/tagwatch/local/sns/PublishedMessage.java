package io.tagwatch.local.sns;

import io.tagwatch.local.view.MessageView;
import java.util.List;

/**
 * A message that a topic published, and what became of it.
 *
 * @param message what was published
 * @param deliveries one for each subscription that the topic had
 */
public record PublishedMessage(MessageView message, List<TopicDelivery> deliveries) {
  public PublishedMessage {
    deliveries = List.copyOf(deliveries);
  }
}
