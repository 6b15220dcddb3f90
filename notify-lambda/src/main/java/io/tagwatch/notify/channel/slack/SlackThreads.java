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
  /** A memory that others share may be slow: looking for a thread keeps no message longer. */
  private static final Duration LOOKING = Duration.ofSeconds(2);

  /** Of the time that is left, for remembering what was told. */
  private static final int SHARE = 4;

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
    Optional<String> thread = thread(notification, Deadline.in(LOOKING, deadline.nanoClock()));
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
  private Optional<String> thread(Notification told, Deadline patience) {
    List<Notification> all = told.isDigest() ? told.parts() : List.of(told);
    Set<Optional<String>> threads = new LinkedHashSet<>();
    for (Notification one : all) {
      if (one.status() == Status.FIRING) {
        return Optional.empty();
      }
      threads.add(one.dedupKey().flatMap(posts::thread));
      if (threads.size() > 1 || patience.remaining().isZero()) {
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
        Deadline share = Deadline.in(deadline.remaining().dividedBy(SHARE), deadline.nanoClock());
        Set<String> changed = remember(told, answer ? "" : sent.reference(), share);
        if (bot.canUpdate() && (tellsAnEnd(told) || !changed.isEmpty())) {
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

  /**
   * An OK of an alarm that flaps too: it may be the last that is heard of it. If it fires again,
   * there is a new post.
   */
  private static boolean ends(Notification one) {
    return one.status() == Status.RESOLVED;
  }

  /**
   * Notes what was told, as far as there is time: what is not noted is told outside its thread.
   *
   * @param ts of the new post in the channel; empty for an answer
   * @return the posts that say something else now
   */
  private Set<String> remember(Notification told, String ts, Deadline share) {
    Set<String> changed = new LinkedHashSet<>();
    boolean kept = false;
    for (Notification alarm : inOrder(told)) {
      if (share.remaining().isZero()) {
        return changed;
      }
      String key = alarm.dedupKey().orElse("");
      Instant at = alarm.occurredAt().orElse(Instant.EPOCH);
      if (!key.isEmpty() && ends(alarm)) {
        changed.addAll(posts.end(key, alarm, at));
      } else if (!key.isEmpty() && !ts.isEmpty() && SlackPost.isOpen(alarm)) {
        if (!kept) {
          posts.keep(new SlackPost(ts, told));
          kept = true;
        }
        if (!posts.open(key, ts, at) && posts.resolve(ts, overBefore(alarm)).changed()) {
          changed.add(ts);
        }
      }
    }
    return changed;
  }

  /** Its end was told while it was being posted. */
  private static Notification overBefore(Notification alarm) {
    return alarm
        .edited()
        .is(alarm.kind(), Status.RESOLVED, alarm.severity())
        .criterion(Optional.empty())
        .summary("Over by now; its end was told before")
        .build();
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
