package io.tagwatch.notify;

import io.tagwatch.common.log.JsonLog;
import io.tagwatch.notify.channel.ChannelTools;
import io.tagwatch.notify.channel.Deadline;
import io.tagwatch.notify.channel.Delivery;
import io.tagwatch.notify.channel.Form;
import io.tagwatch.notify.channel.text.JsonText;
import io.tagwatch.notify.config.ChannelsConfig;
import io.tagwatch.notify.config.ConfiguredChannel;
import io.tagwatch.notify.delivery.Addressee;
import io.tagwatch.notify.delivery.Dispatcher;
import io.tagwatch.notify.delivery.HandBack;
import io.tagwatch.notify.delivery.Illustrator;
import io.tagwatch.notify.delivery.Item;
import io.tagwatch.notify.delivery.Outcome;
import io.tagwatch.notify.delivery.Outcomes;
import io.tagwatch.notify.delivery.Surroundings;
import io.tagwatch.notify.delivery.Undelivered;
import io.tagwatch.notify.delivery.Waits;
import io.tagwatch.notify.message.Invocation;
import io.tagwatch.notify.notification.Notification;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which channel is told what: by the queue that a message waited in, or every channel. */
final class Switchboard {
  private static final Delivery.Rejected INTERNAL =
      new Delivery.Rejected("an internal error; see the log");

  private final ChannelsConfig config;
  private final String deployment;
  private final JsonLog log;
  private final Outcomes outcomes;
  private final HandBack handBack;
  private final Map<String, Dispatcher> dispatchers = new LinkedHashMap<>();
  private final Routes routes;

  Switchboard(
      ChannelsConfig config,
      String deployment,
      ChannelTools tools,
      Surroundings around,
      HandBack handBack) {
    this(config, deployment, tools, around, handBack, Map.of());
  }

  /**
   * @param illustrators by the names of the channels that have one
   */
  Switchboard(
      ChannelsConfig config,
      String deployment,
      ChannelTools tools,
      Surroundings around,
      HandBack handBack,
      Map<String, Illustrator> illustrators) {
    this.config = config;
    this.deployment = deployment;
    this.log = around.log();
    this.outcomes = around.outcomes();
    this.handBack = handBack;
    this.routes = new Routes(config);
    for (ConfiguredChannel channel : config.channels()) {
      Addressee addressee =
          addressee(
              channel,
              tools.of(channel.name()),
              Optional.ofNullable(illustrators.get(channel.name())));
      dispatchers.put(channel.name(), new Dispatcher(addressee, around));
    }
  }

  private static Addressee addressee(
      ConfiguredChannel channel, ChannelTools tools, Optional<Illustrator> illustrator) {
    return new Addressee(
        channel.name(),
        channel.service().open(tools),
        channel.service().takesDigests(),
        digest -> channel.service().holds(digest, Form.RICH),
        channel.loudness(),
        illustrator);
  }

  /** The function's answer as JSON. */
  String answer(Invocation invocation, Deadline deadline) {
    // Not a switch over the types: its first use costs a cold function milliseconds.
    if (invocation instanceof Invocation.Batch batch) {
      return failures(batch(batch, deadline));
    }
    return direct(((Invocation.Direct) invocation).notifications(), deadline);
  }

  private List<Undelivered> batch(Invocation.Batch batch, Deadline deadline) {
    Map<String, List<Item>> byQueue = new LinkedHashMap<>();
    for (Invocation.Queued message : batch.messages()) {
      List<Item> items = byQueue.get(message.queueArn());
      if (items == null) {
        items = new ArrayList<>();
        byQueue.put(message.queueArn(), items);
      }
      items.add(item(message));
    }
    List<Undelivered> open = new ArrayList<>();
    for (Map.Entry<String, List<Item>> queue : byQueue.entrySet()) {
      List<Undelivered> left = queue(queue.getKey(), queue.getValue(), deadline);
      handBack(queue.getKey(), queue.getValue(), left);
      open.addAll(left);
    }
    return open;
  }

  private static Item item(Invocation.Queued message) {
    return new Item(
        message.item(),
        message.notification(),
        message
            .receipt()
            .map(told -> new Item.Receipt(told.handle(), told.receives(), told.sentAt())));
  }

  private void handBack(String queueArn, List<Item> items, List<Undelivered> left) {
    if (!left.isEmpty() && !queueArn.isEmpty()) {
      List<HandBack.Wait> waits = Waits.of(items, left);
      if (!waits.isEmpty()) {
        handBack.delay(queueArn, waits);
      }
    }
  }

  private List<Undelivered> queue(String queueArn, List<Item> items, Deadline deadline) {
    Optional<String> name = QueueName.channel(queueArn, deployment);
    if (name.isEmpty()) {
      return everywhere(items, deadline);
    }
    Optional<ConfiguredChannel> channel = config.channel(name.get());
    return channel.isPresent() ? tell(channel.get(), items, deadline) : unknown(name.get(), items);
  }

  private List<Undelivered> unknown(String name, List<Item> items) {
    Delivery reason =
        new Delivery.Rejected(
            "channels.json has no channel \"" + name + "\", but its queue has messages");
    log.error("unknown channel", "channel", name, "messages", items.size());
    return items.stream().map(item -> new Undelivered(item.key(), name, reason)).toList();
  }

  private String direct(List<Notification> notifications, Deadline deadline) {
    List<Item> items = notifications.stream().map(one -> new Item(one.id(), one)).toList();
    List<Undelivered> open = everywhere(items, deadline);
    if (!open.isEmpty()) {
      throw new UndeliveredException(open);
    }
    return JsonText.object(json -> json.number("messages", notifications.size()));
  }

  /** Every channel; one that hangs does not keep the others waiting. */
  private List<Undelivered> everywhere(List<Item> items, Deadline deadline) {
    if (config.channels().size() == 1) {
      return tell(config.channels().getFirst(), items, deadline);
    }
    Map<String, List<Undelivered>> open = new java.util.concurrent.ConcurrentHashMap<>();
    List<Thread> threads = new ArrayList<>();
    for (ConfiguredChannel channel : config.channels()) {
      threads.add(
          Thread.ofVirtual().start(() -> open.put(channel.name(), tell(channel, items, deadline))));
    }
    threads.forEach(Switchboard::join);
    return config.channels().stream()
        .flatMap(channel -> open.getOrDefault(channel.name(), lost(channel.name(), items)).stream())
        .toList();
  }

  private static List<Undelivered> lost(String channel, List<Item> items) {
    return items.stream().map(item -> new Undelivered(item.key(), channel, INTERNAL)).toList();
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private List<Undelivered> tell(ConfiguredChannel channel, List<Item> items, Deadline deadline) {
    Dispatcher dispatcher = dispatchers.get(channel.name());
    List<Item> wanted = routes.taken(channel, items, dispatcher, deadline);
    try {
      return dispatcher.deliver(wanted, deadline);
    } catch (RuntimeException e) {
      log.error("internal error", "channel", channel.name(), "error", e);
      wanted.forEach(item -> outcomes.told(failed(channel.name(), item)));
      return lost(channel.name(), wanted);
    }
  }

  private static Outcome failed(String channel, Item item) {
    return new Outcome.Failed(channel, item.notification(), INTERNAL.reason(), true);
  }

  private static String failures(List<Undelivered> open) {
    Set<String> items = new LinkedHashSet<>();
    for (Undelivered one : open) {
      items.add(one.key());
    }
    return JsonText.object(
        json -> {
          json.openList("batchItemFailures");
          for (String item : items) {
            json.open(null).text("itemIdentifier", item).close();
          }
          json.closeList();
        });
  }
}
