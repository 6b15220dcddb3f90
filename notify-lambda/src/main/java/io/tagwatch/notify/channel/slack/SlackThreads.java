package io.tagwatch.notify.channel.slack;

import io.tagwatch.notify.channel.Channel;
import io.tagwatch.notify.channel.ChannelTools;
import io.tagwatch.notify.channel.Deadline;
import io.tagwatch.notify.channel.Delivery;
import io.tagwatch.notify.channel.HttpChannel;
import io.tagwatch.notify.notification.Notification;
import io.tagwatch.notify.notification.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A conversation for each alarm. Whatever fires is posted in the channel, where everybody sees it;
 * what follows is said in the thread of that post, and when the alarm is over the post turns green,
 * or counts it as resolved if it is a digest. The messages of this process are remembered, the
 * latest 1,000; without memory an OK is a message of its own. Thread-safe.
 */
final class SlackThreads implements Channel {
  private static final int REMEMBERED = 1_000;

  /** Turning green is a courtesy; it may not use up the time of messages that still wait. */
  private static final Duration SPARE = Duration.ofSeconds(3);

  private final SlackBot bot;
  private final ChannelTools tools;

  /** The post that told of an alarm last, by the alarm's key; several share a digest. */
  private final Map<String, SlackPost> open =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, SlackPost> eldest) {
          return size() > REMEMBERED;
        }
      };

  SlackThreads(SlackBot bot, ChannelTools tools) {
    this.bot = bot;
    this.tools = tools;
  }

  @Override
  public Delivery deliver(Notification notification, Deadline deadline) {
    Optional<SlackPost> first = thread(notification);
    SlackBot speaker =
        first.isPresent() ? bot.doing(new SlackBot.Act.Answer(first.get().ts())) : bot;
    Delivery delivery = send(speaker, notification, deadline);
    if (delivery instanceof Delivery.Sent sent) {
      turnGreen(remember(notification, sent.reference()), deadline);
    }
    return delivery;
  }

  private Optional<SlackPost> thread(Notification notification) {
    if (notification.isDigest() || notification.status() == Status.FIRING) {
      return Optional.empty();
    }
    synchronized (open) {
      return notification.dedupKey().map(open::get);
    }
  }

  /** Notes what was told; the older posts that say now that something is over. */
  private Set<SlackPost> remember(Notification told, String ts) {
    SlackPost post = new SlackPost(ts, told);
    Set<SlackPost> over = new LinkedHashSet<>();
    synchronized (open) {
      for (Notification alarm : inOrder(told)) {
        String key = alarm.dedupKey().orElse("");
        if (alarm.status() == Status.FIRING) {
          open.remove(key);
          if (!key.isEmpty() && !ts.isEmpty()) {
            open.put(key, post);
          }
        } else if (alarm.status() == Status.RESOLVED) {
          SlackPost older = open.remove(key);
          if (older != null && older != post) {
            older.resolve(key);
            over.add(older);
          }
        }
      }
    }
    return over;
  }

  private static List<Notification> inOrder(Notification told) {
    if (!told.isDigest()) {
      return List.of(told);
    }
    List<Notification> parts = new ArrayList<>(told.parts());
    parts.sort(Comparator.comparing(part -> part.occurredAt().orElse(Instant.MIN)));
    return parts;
  }

  /** As many as there is time for; a service that is busy is left in peace. */
  private void turnGreen(Set<SlackPost> posts, Deadline deadline) {
    for (SlackPost post : posts) {
      if (!bot.canUpdate() || !deadline.leaves(SPARE)) {
        return;
      }
      SlackBot editor = bot.doing(new SlackBot.Act.Update(post.ts()));
      if (send(editor, post.told(), Deadline.in(SPARE)) instanceof Delivery.Retryable) {
        return;
      }
    }
  }

  private Delivery send(SlackBot speaker, Notification notification, Deadline deadline) {
    return new HttpChannel(speaker, tools).deliver(notification, deadline);
  }
}
