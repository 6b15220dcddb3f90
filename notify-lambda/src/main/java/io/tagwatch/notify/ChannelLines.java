package io.tagwatch.notify;

import io.tagwatch.common.log.JsonLog;
import io.tagwatch.notify.channel.ChannelTools;
import io.tagwatch.notify.channel.Deadline;
import io.tagwatch.notify.channel.Delivery;
import io.tagwatch.notify.channel.Form;
import io.tagwatch.notify.config.ChannelsConfig;
import io.tagwatch.notify.config.ConfiguredChannel;
import io.tagwatch.notify.delivery.Addressee;
import io.tagwatch.notify.delivery.Dispatcher;
import io.tagwatch.notify.delivery.Illustrator;
import io.tagwatch.notify.delivery.Item;
import io.tagwatch.notify.delivery.Outcome;
import io.tagwatch.notify.delivery.Outcomes;
import io.tagwatch.notify.delivery.Surroundings;
import io.tagwatch.notify.delivery.Undelivered;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The way to each channel. What breaks inside leaves its messages undelivered, never lost. */
final class ChannelLines {
  private static final Delivery.Rejected INTERNAL =
      new Delivery.Rejected("an internal error; see the log");

  private final ChannelsConfig config;
  private final JsonLog log;
  private final Outcomes outcomes;
  private final Map<String, Dispatcher> dispatchers = new LinkedHashMap<>();
  private final Routes routes;

  /**
   * @param illustrators by the names of the channels that have one
   */
  ChannelLines(
      ChannelsConfig config,
      ChannelTools tools,
      Surroundings around,
      Map<String, Illustrator> illustrators) {
    this.config = config;
    this.log = around.log();
    this.outcomes = around.outcomes();
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

  /** Every channel; one that hangs does not keep the others waiting. */
  List<Undelivered> everywhere(List<Item> items, Deadline deadline) {
    if (config.channels().size() == 1) {
      return tell(config.channels().getFirst(), items, deadline);
    }
    Map<String, List<Undelivered>> open = new ConcurrentHashMap<>();
    List<Thread> threads = new ArrayList<>();
    for (ConfiguredChannel channel : config.channels()) {
      threads.add(
          Thread.ofVirtual().start(() -> open.put(channel.name(), tell(channel, items, deadline))));
    }
    threads.forEach(ChannelLines::join);
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

  /** One channel, with those of the items that its routes take. */
  List<Undelivered> tell(ConfiguredChannel channel, List<Item> items, Deadline deadline) {
    Dispatcher dispatcher = dispatchers.get(channel.name());
    List<Item> wanted = items;
    try {
      wanted = routes.taken(channel, items, dispatcher, deadline);
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
}
