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
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A conversation for each alarm. Whatever fires is posted in the channel, where everybody sees it;
 * what follows is said in the thread of that post, and when the alarm is over the post turns green,
 * or counts it as resolved if it is a digest. What is remembered decides; without it an OK is a
 * message of its own. Thread-safe.
 */
final class SlackThreads implements Channel {

  /** Turning green is a courtesy; it may not use up the time of messages that still wait. */
  private static final Duration SPARE = Duration.ofSeconds(3);

  private final SlackBot bot;
  private final ChannelTools tools;
  private final SlackPosts posts;
  private final SlackPeople people;

  SlackThreads(SlackBot bot, ChannelTools tools) {
    this.bot = bot;
    this.tools = tools;
    this.posts = new SlackPosts(tools.memory());
    this.people = new SlackPeople(bot, tools);
  }

  @Override
  public Delivery deliver(Notification notification, Deadline deadline) {
    SlackBot speaker = bot.knowing(people.owners(notification, deadline));
    Optional<String> thread = thread(notification);
    Delivery delivery =
        send(
            thread.isPresent() ? speaker.doing(new SlackBot.Act.Answer(thread.get())) : speaker,
            notification,
            deadline);
    if (delivery instanceof Delivery.Sent sent) {
      turnGreen(remember(notification, sent.reference()), deadline);
    }
    return delivery;
  }

  /** What is late or is no alarm's end belongs there too, as long as the alarm is told there. */
  private Optional<String> thread(Notification notification) {
    return notification.isDigest() || notification.status() == Status.FIRING
        ? Optional.empty()
        : notification.dedupKey().flatMap(posts::thread);
  }

  /** Notes what was told; the older posts that say now that something is over. */
  private Collection<SlackPost> remember(Notification told, String ts) {
    Map<String, SlackPost> over = new LinkedHashMap<>();
    Set<String> opened = new HashSet<>();
    for (Notification alarm : inOrder(told)) {
      String key = alarm.dedupKey().orElse("");
      if (key.isEmpty() || ts.isEmpty()) {
        continue;
      }
      if (alarm.status() == Status.FIRING) {
        if (opened.isEmpty()) {
          posts.keep(new SlackPost(ts, told));
        }
        posts.open(key, ts);
        opened.add(key);
      } else if (alarm.status() == Status.RESOLVED) {
        end(key, opened.contains(key), over);
      }
    }
    return over.values();
  }

  /**
   * @param here whether the post of this moment told of the alarm, and says already that it is over
   */
  private void end(String alarm, boolean here, Map<String, SlackPost> over) {
    Optional<String> older = posts.thread(alarm);
    if (older.isPresent()) {
      posts.close(alarm);
      if (!here) {
        posts.resolve(older.get(), alarm).ifPresent(post -> over.put(post.ts(), post));
      }
    }
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
  private void turnGreen(Collection<SlackPost> over, Deadline deadline) {
    for (SlackPost post : over) {
      if (!bot.canUpdate() || !deadline.leaves(SPARE)) {
        return;
      }
      SlackBot editor = bot.doing(new SlackBot.Act.Update(post.ts()));
      Deadline spare = Deadline.in(SPARE, deadline.nanoClock());
      if (send(editor, post.told(), spare) instanceof Delivery.Retryable) {
        return;
      }
    }
  }

  private Delivery send(SlackBot speaker, Notification notification, Deadline deadline) {
    return new HttpChannel(speaker, tools).deliver(notification, deadline);
  }
}
