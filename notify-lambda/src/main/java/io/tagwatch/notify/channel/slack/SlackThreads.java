package io.tagwatch.notify.channel.slack;

import io.tagwatch.notify.channel.Channel;
import io.tagwatch.notify.channel.ChannelTools;
import io.tagwatch.notify.channel.Deadline;
import io.tagwatch.notify.channel.Delivery;
import io.tagwatch.notify.channel.HttpChannel;
import io.tagwatch.notify.notification.Notification;
import io.tagwatch.notify.notification.Status;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A conversation for each alarm: what follows its first message is said in that message's thread,
 * and when the alarm is over the first message turns green. The messages of this process are
 * remembered, the latest 1,000; without memory an OK is a message of its own. Thread-safe.
 */
final class SlackThreads implements Channel {
  private static final int REMEMBERED = 1_000;

  /** Turning green is a courtesy; it may not use up the time of messages that still wait. */
  private static final Duration SPARE = Duration.ofSeconds(3);

  private record First(String ts, Notification notification) {}

  private final SlackBot bot;
  private final ChannelTools tools;
  private final Map<String, First> open =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, First> eldest) {
          return size() > REMEMBERED;
        }
      };

  SlackThreads(SlackBot bot, ChannelTools tools) {
    this.bot = bot;
    this.tools = tools;
  }

  @Override
  public Delivery deliver(Notification notification, Deadline deadline) {
    Optional<First> first = first(notification);
    SlackBot speaker =
        first.isPresent() ? bot.doing(new SlackBot.Act.Answer(first.get().ts())) : bot;
    Delivery delivery = send(speaker, notification, deadline);
    if (delivery instanceof Delivery.Sent sent) {
      remember(notification, first, sent.reference(), deadline);
    }
    return delivery;
  }

  private Optional<First> first(Notification notification) {
    synchronized (open) {
      return notification.dedupKey().map(open::get);
    }
  }

  private void remember(
      Notification notification, Optional<First> first, String ts, Deadline deadline) {
    if (notification.dedupKey().isEmpty()) {
      return;
    }
    String key = notification.dedupKey().get();
    if (notification.status() == Status.RESOLVED) {
      synchronized (open) {
        open.remove(key);
      }
      first.ifPresent(one -> turnGreen(one, deadline));
    } else if (notification.status() == Status.FIRING && first.isEmpty() && !ts.isEmpty()) {
      synchronized (open) {
        open.put(key, new First(ts, notification));
      }
    }
  }

  private void turnGreen(First first, Deadline deadline) {
    if (bot.canUpdate() && deadline.leaves(SPARE)) {
      send(
          bot.doing(new SlackBot.Act.Update(first.ts())),
          first.notification().asResolved(),
          Deadline.in(SPARE));
    }
  }

  private Delivery send(SlackBot speaker, Notification notification, Deadline deadline) {
    return new HttpChannel(speaker, tools).deliver(notification, deadline);
  }
}
