package io.tagwatch.local.sns;

import io.tagwatch.local.protocol.Call;
import io.tagwatch.local.protocol.CloudSetting;
import io.tagwatch.local.protocol.Operations;
import io.tagwatch.local.protocol.Service;
import io.tagwatch.local.sqs.QueueInbox;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * SNS: standard topics, subscriptions with filter policies, delivery to queues. Safe for concurrent
 * calls.
 */
public final class SnsService implements Service, TopicPublisher {
  private final PublishedMessages published = new PublishedMessages();
  private final Publisher publisher;
  private final Operations operations;

  /** With random ids. */
  public SnsService(CloudSetting setting, QueueInbox queues) {
    this(setting, queues, UUID::randomUUID);
  }

  /**
   * @param setting account, address, time and store of the cloud
   * @param queues where subscribed queues are reached
   * @param ids message ids and the ends of subscription ARNs
   */
  public SnsService(CloudSetting setting, QueueInbox queues, Supplier<UUID> ids) {
    Topics topics = new Topics(setting.store());
    Fanout fanout = new Fanout(queues, new Envelope(setting.url()));
    this.publisher = new Publisher(topics, fanout, published, setting.clock(), ids);
    TopicOperations ofTopics = new TopicOperations(topics, setting.account());
    SubscriptionOperations ofSubscriptions = new SubscriptionOperations(topics, ids);
    PublishOperations ofMessages = new PublishOperations(topics, publisher);
    this.operations =
        new Operations(
            Map.ofEntries(
                Map.entry("CreateTopic", ofTopics::create),
                Map.entry("DeleteTopic", ofTopics::delete),
                Map.entry("ListTopics", ofTopics::list),
                Map.entry("GetTopicAttributes", ofTopics::attributes),
                Map.entry("SetTopicAttributes", ofTopics::setAttributes),
                Map.entry("TagResource", ofTopics::tag),
                Map.entry("UntagResource", ofTopics::untag),
                Map.entry("ListTagsForResource", ofTopics::tags),
                Map.entry("Subscribe", ofSubscriptions::subscribe),
                Map.entry("Unsubscribe", ofSubscriptions::unsubscribe),
                Map.entry("ListSubscriptions", ofSubscriptions::list),
                Map.entry("ListSubscriptionsByTopic", ofSubscriptions::listByTopic),
                Map.entry("GetSubscriptionAttributes", ofSubscriptions::attributes),
                Map.entry("SetSubscriptionAttributes", ofSubscriptions::setAttributes),
                Map.entry("Publish", ofMessages::publish),
                Map.entry("PublishBatch", ofMessages::publishBatch)));
  }

  @Override
  public Set<String> operations() {
    return operations.names();
  }

  @Override
  public Map<String, Object> call(Call call) {
    return operations.carryOut(call);
  }

  @Override
  public String publish(String topicArn, Optional<String> subject, String message) {
    return publisher.publish(topicArn, subject, message);
  }

  /** The newest messages of all topics, at most a thousand, oldest first. */
  public List<PublishedMessage> published() {
    return published.all();
  }

  /** Tells of every message once it was brought to its subscriptions, on the publisher's thread. */
  public void onPublish(Consumer<PublishedMessage> listener) {
    published.listen(listener);
  }
}
