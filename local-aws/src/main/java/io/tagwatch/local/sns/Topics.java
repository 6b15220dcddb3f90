package io.tagwatch.local.sns;

import io.tagwatch.local.store.Room;
import io.tagwatch.local.store.Store;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** All topics and subscriptions of the account, in all regions. Thread-safe. */
final class Topics {
  private final Room<Topic> topicRoom;
  private final Room<Subscription> subscriptionRoom;
  private final Map<String, Topic> topics;
  private final Map<String, Subscription> subscriptions;

  Topics(Store store) {
    topicRoom = store.room("sns.topics", Topic.class);
    subscriptionRoom = store.room("sns.subscriptions", Subscription.class);
    topics = new TreeMap<>(topicRoom.all());
    subscriptions = new TreeMap<>(subscriptionRoom.all());
  }

  /** Makes a topic, unless it is there already. */
  synchronized Optional<Topic> addIfAbsent(Topic topic) {
    String arn = topic.arn().toString();
    Topic existing = topics.get(arn);
    if (existing == null) {
      put(topic);
    }
    return Optional.ofNullable(existing);
  }

  synchronized Optional<Topic> find(TopicArn arn) {
    return Optional.ofNullable(topics.get(arn.toString()));
  }

  Topic existing(TopicArn arn) {
    return find(arn).orElseThrow(SnsFaults::noSuchTopic);
  }

  synchronized void change(TopicArn arn, UnaryOperator<Topic> change) {
    put(change.apply(existing(arn)));
  }

  synchronized void delete(TopicArn arn) {
    subscribersOf(arn).forEach(each -> forget(each.arn()));
    topics.remove(arn.toString());
    topicRoom.remove(arn.toString());
  }

  synchronized List<Topic> in(String region) {
    return topics.values().stream().filter(each -> each.arn().region().equals(region)).toList();
  }

  /** Subscribes, or finds the subscription of this endpoint. */
  synchronized Subscription subscribe(Subscription wanted) {
    existing(wanted.topic());
    Optional<Subscription> same =
        subscribersOf(wanted.topic()).stream()
            .filter(each -> each.protocol().equals(wanted.protocol()))
            .filter(each -> each.endpoint().equals(wanted.endpoint()))
            .findFirst();
    if (same.isPresent()) {
      if (!wanted.attributes().isEmpty() && !same.get().attributes().equals(wanted.attributes())) {
        throw SnsFaults.invalid(
            "Attributes", "Subscription already exists with different attributes");
      }
      return same.get();
    }
    requireRoomForFilter(wanted);
    put(wanted);
    return wanted;
  }

  private void requireRoomForFilter(Subscription wanted) {
    long filters =
        subscribersOf(wanted.topic()).stream()
            .filter(each -> !each.arn().equals(wanted.arn()))
            .filter(each -> each.attributes().containsKey(SubscriptionAttribute.FILTER))
            .count();
    if (wanted.attributes().containsKey(SubscriptionAttribute.FILTER)
        && filters >= SnsLimits.FILTER_POLICIES_PER_TOPIC) {
      throw SnsFaults.tooManyFilterPolicies();
    }
  }

  synchronized Subscription subscription(String arn) {
    Subscription subscription = subscriptions.get(arn);
    if (subscription == null) {
      throw SnsFaults.noSuchSubscription();
    }
    return subscription;
  }

  synchronized void changeSubscription(String arn, UnaryOperator<Subscription> change) {
    Subscription changed = change.apply(subscription(arn));
    requireRoomForFilter(changed);
    put(changed);
  }

  synchronized void unsubscribe(String arn) {
    Subscription gone = subscriptions.get(arn);
    if (gone != null) {
      forget(arn);
      change(gone.topic(), Topic::withOneSubscriptionLess);
    }
  }

  synchronized List<Subscription> subscribersOf(TopicArn topic) {
    return subscriptions.values().stream().filter(each -> each.topic().equals(topic)).toList();
  }

  synchronized List<Subscription> subscriptionsIn(String region) {
    return subscriptions.values().stream()
        .filter(each -> each.topic().region().equals(region))
        .toList();
  }

  private void put(Topic topic) {
    topics.put(topic.arn().toString(), topic);
    topicRoom.put(topic.arn().toString(), topic);
  }

  private void put(Subscription subscription) {
    subscriptions.put(subscription.arn(), subscription);
    subscriptionRoom.put(subscription.arn(), subscription);
  }

  private void forget(String arn) {
    subscriptions.remove(arn);
    subscriptionRoom.remove(arn);
  }
}
