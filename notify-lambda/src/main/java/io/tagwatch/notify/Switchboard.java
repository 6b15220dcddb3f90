package io.tagwatch.notify;

import io.tagwatch.common.log.JsonLog;
import io.tagwatch.notify.channel.ChannelTools;
import io.tagwatch.notify.channel.Deadline;
import io.tagwatch.notify.channel.Delivery;
import io.tagwatch.notify.channel.text.JsonText;
import io.tagwatch.notify.config.ChannelsConfig;
import io.tagwatch.notify.config.ConfiguredChannel;
import io.tagwatch.notify.delivery.HandBack;
import io.tagwatch.notify.delivery.Illustrator;
import io.tagwatch.notify.delivery.Item;
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
  private final ChannelsConfig config;
  private final String deployment;
  private final JsonLog log;
  private final HandBack handBack;
  private final ChannelLines lines;

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
    this.handBack = handBack;
    this.lines = new ChannelLines(config, tools, around, illustrators);
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
      return lines.everywhere(items, deadline);
    }
    Optional<ConfiguredChannel> channel = config.channel(name.get());
    return channel.isPresent()
        ? lines.tell(channel.get(), items, deadline)
        : unknown(name.get(), items);
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
    List<Undelivered> open = lines.everywhere(items, deadline);
    if (!open.isEmpty()) {
      throw new UndeliveredException(open);
    }
    return JsonText.object(json -> json.number("messages", notifications.size()));
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
