package io.tagwatch.notify.channel.slack;

import io.tagwatch.notify.channel.Channel;
import io.tagwatch.notify.channel.ChannelTools;
import io.tagwatch.notify.channel.Deadline;
import io.tagwatch.notify.channel.Delivery;
import io.tagwatch.notify.channel.HttpChannel;
import io.tagwatch.notify.notification.Notification;
import io.tagwatch.notify.notification.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A conversation for each alarm. Whatever fires is posted in the channel, where everybody sees it;
 * what follows is said in the thread of the newest such post. When the alarm is over, all of its
 * posts turn green, or count it as resolved if they are digests. What is remembered decides;
 * without it an OK is a message of its own. Thread-safe.
 */
final class SlackThreads implements Channel {
  private final SlackBot bot;
  private final ChannelTools tools;
  private final SlackPosts posts;
  private final SlackPeople people;
  private final SlackEdits edits;

  SlackThreads(SlackBot bot, ChannelTools tools) {
    this.bot = bot;
    this.tools = tools;
    this.posts = new SlackPosts(tools.memory());
    this.people = new SlackPeople(bot, tools);
    this.edits =
        new SlackEdits(
            posts,
            (post, deadline) ->
                send(bot.doing(new SlackBot.Act.Update(post.ts())), post.told(), deadline));
  }

  @Override
  public Delivery deliver(Notification notification, Deadline deadline) {
    SlackBot speaker = bot.knowing(people.owners(notification, deadline));
    Optional<String> thread = thread(notification);
    if (thread.isPresent()) {
      SlackBot.Act answer = new SlackBot.Act.Answer(thread.get());
      Delivery delivery = send(speaker.doing(answer), notification, deadline);
      if (!(delivery instanceof Delivery.Rejected)) {
        return settled(delivery, notification, true, deadline);
      }
    }
    return settled(send(speaker, notification, deadline), notification, false, deadline);
  }

  /**
   * Where it is said, unless in the channel: what is late or is no alarm's end belongs in a thread
   * too, as long as the alarm is told there, and so does a digest if all of it belongs in one.
   */
  private Optional<String> thread(Notification told) {
    List<Notification> all = told.isDigest() ? told.parts() : List.of(told);
    Set<Optional<String>> threads = new LinkedHashSet<>();
    for (Notification one : all) {
      if (one.status() == Status.FIRING) {
        return Optional.empty();
      }
      threads.add(one.dedupKey().flatMap(posts::thread));
      if (threads.size() > 1) {
        return Optional.empty();
      }
    }
    return threads.iterator().next();
  }

  /** What is remembered and changed afterwards never undoes that the message was delivered. */
  private Delivery settled(
      Delivery delivery, Notification told, boolean answer, Deadline deadline) {
    if (delivery instanceof Delivery.Sent sent) {
      try {
        Set<String> changed = remember(told, answer ? "" : sent.reference());
        if (bot.canUpdate() && tellsAnEnd(told)) {
          edits.show(List.copyOf(changed), deadline);
        }
      } catch (RuntimeException e) {
        return delivery;
      }
    }
    return delivery;
  }

  private static boolean tellsAnEnd(Notification told) {
    return told.isDigest() ? told.parts().stream().anyMatch(SlackThreads::ends) : ends(told);
  }

  /** An OK of an alarm that flaps is not the end. */
  private static boolean ends(Notification one) {
    return one.status() == Status.RESOLVED && !one.passing();
  }

  /**
   * Notes what was told.
   *
   * @param ts of the new post in the channel; empty for an answer
   * @return the posts that say something else now
   */
  private Set<String> remember(Notification told, String ts) {
    Set<String> changed = new LinkedHashSet<>();
    boolean kept = false;
    for (Notification alarm : inOrder(told)) {
      String key = alarm.dedupKey().orElse("");
      if (!key.isEmpty() && ends(alarm)) {
        posts.close(key).stream().filter(post -> posts.resolve(post, alarm)).forEach(changed::add);
      } else if (!key.isEmpty() && !ts.isEmpty() && SlackPost.isOpen(alarm)) {
        if (!kept) {
          posts.keep(new SlackPost(ts, told));
          kept = true;
        }
        posts.open(key, ts);
      }
    }
    return changed;
  }

  private static List<Notification> inOrder(Notification told) {
    if (!told.isDigest()) {
      return List.of(told);
    }
    List<Notification> parts = new ArrayList<>(told.parts());
    parts.sort(Comparator.comparing(part -> part.occurredAt().orElse(Instant.MIN)));
    return parts;
  }

  private Delivery send(SlackBot speaker, Notification notification, Deadline deadline) {
    return new HttpChannel(speaker, tools).deliver(notification, deadline);
  }
}
