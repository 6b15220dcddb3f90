package io.tagwatch.notify.channel.slack;

import io.tagwatch.notify.channel.text.NotificationText;
import io.tagwatch.notify.memory.Memory;
import io.tagwatch.notify.notification.Notification;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which posts tell of an alarm that is not over ({@code t/}, the newest first), what each post says
 * ({@code p/}; several alarms share a digest), and which posts do not show yet what they say
 * ({@code w/}). Lists are identifiers with blanks between, so that a single one, as older versions
 * wrote it, is a list too. Of an alarm that is over the time is remembered for a while.
 * Thread-safe.
 */
final class SlackPosts {
  /** Of one alarm; an alarm that fired more often is seen in the newest. */
  static final int OPEN = 10;

  /** Two full lists of posts and some more; each costs a call. */
  static final int WAITING = 50;

  /** Longer than alarms last, as a rule. */
  private static final Duration KEEP = Duration.ofDays(30);

  /** So often another process may write between reading and writing. */
  private static final int TRIES = 3;

  /** Longer than another process may take to post: a function lives for a minute. */
  private static final Duration KEEP_OVER = Duration.ofHours(1);

  private static final String LATER = "w/later";
  private static final String OVER = "over:";

  private final Memory memory;

  /**
   * @param memory of one channel
   */
  SlackPosts(Memory memory) {
    this.memory = memory;
  }

  /** The thread in which an alarm is told: that of its newest post. */
  Optional<String> thread(String alarm) {
    return list(memory.find(posts(alarm))).stream().findFirst();
  }

  /** What a new post says. */
  void keep(SlackPost post) {
    String key = "p/" + post.ts();
    memory.replace(key, memory.find(key), NotificationText.write(post.told()), KEEP);
  }

  /**
   * From now on the alarm is told in that post's thread; earlier posts stay open beside it.
   *
   * @param at when it happened
   * @return false when another process told in the meantime that the alarm is over
   */
  boolean open(String alarm, String ts, Instant at) {
    for (int tries = 0; tries < TRIES; tries++) {
      Memory.Entry found = memory.find(posts(alarm));
      if (over(found).isAfter(at)) {
        return false;
      }
      List<String> open = list(found);
      open.remove(ts);
      open.addFirst(ts);
      if (write(posts(alarm), found, open, OPEN)) {
        return true;
      }
    }
    return true;
  }

  private static Instant over(Memory.Entry entry) {
    boolean over = entry.text().startsWith(OVER);
    return over
        ? Instant.ofEpochMilli(Long.parseLong(entry.text().substring(OVER.length())))
        : Instant.MIN;
  }

  /**
   * Notes in the alarm's open posts that it is over. Those that tell that it fired again later, as
   * another process may have told meanwhile, stay open.
   *
   * @param at when the alarm was over
   * @return the posts that say something else now, the newest first
   */
  List<String> end(String alarm, Notification over, Instant at) {
    List<String> changed = new ArrayList<>();
    List<String> open = new ArrayList<>();
    for (String ts : close(alarm, at)) {
      Ended ended = resolve(ts, over);
      if (ended.changed()) {
        changed.add(ts);
      }
      if (ended.open()) {
        open.addFirst(ts);
      }
    }
    open.forEach(ts -> open(alarm, ts, at));
    return changed;
  }

  /**
   * Forgets the alarm's open posts and answers them. Only who takes them from where they were read
   * has them, so that a post of another process that comes in between is not lost.
   */
  private List<String> close(String alarm, Instant at) {
    String over = OVER + at.toEpochMilli();
    for (int tries = 0; tries < TRIES; tries++) {
      Memory.Entry found = memory.find(posts(alarm));
      if (memory.replace(posts(alarm), found, over, KEEP_OVER).isPresent()) {
        return list(found);
      }
    }
    return List.of();
  }

  /** What a post says; empty when nobody knows. */
  Optional<SlackPost> post(String ts) {
    return NotificationText.read(memory.find("p/" + ts).text())
        .map(told -> new SlackPost(ts, told));
  }

  /**
   * What became of a post.
   *
   * @param changed whether it says something else now
   * @param open whether its alarm fired again after that end
   */
  record Ended(boolean changed, boolean open) {
    private static final Ended NOTHING = new Ended(false, false);
  }

  /** Notes in a post that one of its alarms is over. */
  Ended resolve(String ts, Notification over) {
    for (int tries = 0; tries < TRIES; tries++) {
      Memory.Entry found = memory.find("p/" + ts);
      Optional<Notification> told = NotificationText.read(found.text());
      if (told.isEmpty()) {
        return Ended.NOTHING;
      }
      SlackPost before = new SlackPost(ts, told.get());
      SlackPost post = before.resolving(over);
      boolean changed = !post.equals(before);
      String text = NotificationText.write(post.told());
      if (!changed || memory.replace("p/" + ts, found, text, KEEP).isPresent()) {
        return new Ended(changed, post.outlasts(over));
      }
    }
    return Ended.NOTHING;
  }

  /** Posts that do not show yet what they say, the oldest first. */
  List<String> waiting() {
    return list(memory.find(LATER));
  }

  /** Notes which posts were shown, and which are to be shown later. */
  void waiting(List<String> shown, List<String> later) {
    for (int tries = 0; tries < TRIES; tries++) {
      Memory.Entry found = memory.find(LATER);
      List<String> before = list(found);
      List<String> next = new ArrayList<>(before);
      next.removeAll(shown);
      next.removeAll(later);
      next.addAll(later);
      if (next.equals(before) || write(LATER, found, next, WAITING)) {
        return;
      }
    }
  }

  private boolean write(String key, Memory.Entry found, List<String> list, int most) {
    List<String> kept = list.subList(0, Math.min(most, list.size()));
    return memory.replace(key, found, String.join(" ", kept), KEEP).isPresent();
  }

  private static List<String> list(Memory.Entry entry) {
    String text = entry.text().startsWith(OVER) ? "" : entry.text().strip();
    return new ArrayList<>(text.isEmpty() ? List.of() : List.of(text.split(" +")));
  }

  private static String posts(String alarm) {
    return "t/" + alarm;
  }
}
