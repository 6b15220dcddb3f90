package io.tagwatch.notify.channel.slack;

import io.tagwatch.notify.channel.Deadline;
import io.tagwatch.notify.channel.Delivery;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Makes posts show what they say by now. A courtesy: it takes a quarter of the time that is left,
 * at most eight seconds and twenty calls; what was not shown for want of time, or since Slack was
 * busy, is shown after the next end of an alarm. What Slack refuses for good ({@code
 * message_not_found}, {@code edit_window_closed} …) stays as it is. Thread-safe.
 */
final class SlackEdits {
  /** {@code chat.update} is Tier 3: 50 a minute ("Rate limits"). */
  private static final int CALLS = 20;

  private static final Duration TOGETHER = Duration.ofSeconds(8);
  private static final int SHARE = 4;
  private static final Duration ONE = Duration.ofSeconds(3);

  /** With less left, all of it is for messages that still wait. */
  private static final Duration SPARE = Duration.ofSeconds(3);

  /** After Slack was busy or silent and did not say for how long. */
  private static final Duration REST = Duration.ofSeconds(30);

  private final SlackPosts posts;
  private final BiFunction<SlackPost, Deadline, Delivery> update;
  private volatile Deadline rest = new Deadline(() -> 0, 0);

  /**
   * @param update one call
   */
  SlackEdits(SlackPosts posts, BiFunction<SlackPost, Deadline, Delivery> update) {
    this.posts = posts;
    this.update = update;
  }

  /**
   * Shows what has changed, and what still waits from earlier.
   *
   * @param changed the posts' identifiers, the most important first
   */
  void show(List<String> changed, Deadline deadline) {
    List<String> waiting = posts.waiting();
    Set<String> all = new LinkedHashSet<>(changed);
    all.addAll(waiting);
    List<String> shown = new ArrayList<>();
    List<String> later = new ArrayList<>();
    Deadline together = Deadline.in(share(deadline), deadline.nanoClock());
    for (String ts : all) {
      boolean may =
          shown.size() < CALLS && deadline.leaves(SPARE) && !together.remaining().isZero();
      (may && rest.remaining().isZero() && show(ts, together) ? shown : later).add(ts);
    }
    if (!waiting.isEmpty() || !later.isEmpty()) {
      posts.waiting(shown, later);
    }
  }

  private static Duration share(Deadline deadline) {
    return shorter(deadline.remaining().dividedBy(SHARE), TOGETHER);
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  /** Whether nothing is left to do for a post. */
  private boolean show(String ts, Deadline together) {
    Optional<SlackPost> post = posts.post(ts);
    if (post.isEmpty()) {
      return true;
    }
    Deadline call = Deadline.in(shorter(together.remaining(), ONE), together.nanoClock());
    if (update.apply(post.get(), call) instanceof Delivery.Retryable busy) {
      Duration pause = busy.after().isZero() ? REST : busy.after();
      rest = Deadline.in(pause, together.nanoClock());
      return false;
    }
    return true;
  }
}
