package io.tagwatch.notify.channel.slack;

import io.tagwatch.notify.channel.text.NotificationText;
import io.tagwatch.notify.memory.Memory;
import io.tagwatch.notify.notification.Notification;
import java.time.Duration;
import java.util.Optional;

/**
 * Which post told of an alarm last ({@code t/}), and what each post says ({@code p/}); several
 * alarms share a digest. Thread-safe.
 */
final class SlackPosts {
  /** Longer than alarms last, as a rule. */
  private static final Duration KEEP = Duration.ofDays(30);

  /** So often another process may write between reading and writing. */
  private static final int TRIES = 3;

  private final Memory memory;

  /**
   * @param memory of one channel
   */
  SlackPosts(Memory memory) {
    this.memory = memory;
  }

  /** The thread in which an alarm is told. */
  Optional<String> thread(String alarm) {
    return Optional.of(memory.find("t/" + alarm).text()).filter(ts -> !ts.isEmpty());
  }

  /** What a new post says. */
  void keep(SlackPost post) {
    String key = "p/" + post.ts();
    memory.replace(key, memory.find(key), NotificationText.write(post.told()), KEEP);
  }

  /** From now on the alarm is told in that post's thread. */
  void open(String alarm, String ts) {
    for (int tries = 0; tries < TRIES; tries++) {
      if (memory.replace("t/" + alarm, memory.find("t/" + alarm), ts, KEEP).isPresent()) {
        return;
      }
    }
  }

  void close(String alarm) {
    memory.forget("t/" + alarm);
  }

  /** What a post says once one of its alarms is over; empty when nobody knows what it said. */
  Optional<SlackPost> resolve(String ts, String alarm) {
    for (int tries = 0; tries < TRIES; tries++) {
      Memory.Entry found = memory.find("p/" + ts);
      Optional<Notification> told = NotificationText.read(found.text());
      if (told.isEmpty()) {
        return Optional.empty();
      }
      SlackPost post = new SlackPost(ts, told.get()).resolving(alarm);
      if (memory.replace("p/" + ts, found, NotificationText.write(post.told()), KEEP).isPresent()) {
        return Optional.of(post);
      }
    }
    return Optional.empty();
  }
}
