package io.tagwatch.cli.up;

import io.tagwatch.cli.page.model.ChatPost;
import io.tagwatch.notify.channel.Form;
import io.tagwatch.notify.config.ChannelsConfig;
import io.tagwatch.notify.delivery.Outcome;
import io.tagwatch.notify.delivery.Outcomes;
import io.tagwatch.notify.notification.Notification;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The book of what channels really took since it was opened, and of what they have not taken. The
 * newest 500 of each are kept. Thread-safe.
 */
public final class Deliveries implements Outcomes {
  private static final int KEPT = 500;

  /** A message that a channel has not taken. */
  private record Open(
      Instant since, Notification message, String reason, int tries, boolean givenUp) {

    Open again(String why, int more) {
      return new Open(since, message, why, tries + more, false);
    }

    Open asGivenUp() {
      return new Open(since, message, reason, tries, true);
    }
  }

  private record Key(String channel, String message) {}

  private final InstantSource clock;
  private final ChannelsConfig channels;
  private final Outcomes next;
  private final Deque<ChatPost> posts = new ArrayDeque<>();
  private final Map<Key, Open> open = new LinkedHashMap<>();

  /**
   * @param clock when messages were posted
   * @param channels how messages look there
   * @param next hears everything too
   */
  public Deliveries(InstantSource clock, ChannelsConfig channels, Outcomes next) {
    this.clock = clock;
    this.channels = channels;
    this.next = next;
  }

  @Override
  public synchronized void told(Outcome outcome) {
    switch (outcome) {
      case Outcome.Posted posted -> posted(posted);
      case Outcome.Suppressed nobody -> settle(nobody.channel(), nobody.message());
      case Outcome.Held held -> open(held, held.reason(), 0);
      case Outcome.Failed failed -> open(failed, failed.reason(), 1);
    }
    next.told(outcome);
  }

  private void posted(Outcome.Posted posted) {
    settle(posted.channel(), posted.message());
    posted.message().parts().forEach(part -> settle(posted.channel(), part));
    String payload = payload(posted.channel(), posted.message(), posted.form());
    posts.addLast(new ChatPost(clock.instant(), posted.channel(), type(posted.channel()), payload));
    if (posts.size() > KEPT) {
      posts.removeFirst();
    }
  }

  private void settle(String channel, Notification message) {
    open.remove(new Key(channel, message.id()));
  }

  private void open(Outcome outcome, String reason, int tries) {
    Key key = new Key(outcome.channel(), outcome.message().id());
    Open before = open.get(key);
    open.put(
        key,
        before == null
            ? new Open(clock.instant(), outcome.message(), reason, tries, false)
            : before.again(reason, tries));
    if (open.size() > KEPT) {
      open.remove(open.keySet().iterator().next());
    }
  }

  /**
   * A message went to the dead letters of its channel: nobody tries it again.
   *
   * @param message the id of its notification
   * @return whether this is news: false for a message that is not known as undelivered
   */
  public synchronized boolean gaveUp(String channel, String message) {
    return open.computeIfPresent(new Key(channel, message), (key, waits) -> waits.asGivenUp())
        != null;
  }

  /** What was posted, and what was not and why; oldest first. */
  public synchronized List<ChatPost> posts() {
    List<ChatPost> all = new ArrayList<>(posts);
    open.forEach(
        (key, message) ->
            all.add(
                new ChatPost(
                    message.since(),
                    key.channel(),
                    type(key.channel()),
                    payload(key.channel(), message.message(), Form.RICH),
                    words(message),
                    message.givenUp())));
    all.sort(Comparator.comparing(ChatPost::at));
    return all;
  }

  private static String words(Open message) {
    if (message.givenUp()) {
      return message.reason()
          + (message.tries() > 1 ? "; after " + message.tries() + " tries" : ";")
          + " it is kept with the dead letters";
    }
    return switch (message.tries()) {
      case 0 -> message.reason() + "; not tried yet";
      case 1 -> message.reason() + "; tried once";
      default -> message.reason() + "; tried " + message.tries() + " times";
    };
  }

  private String type(String channel) {
    return channels.channel(channel).orElseThrow().type();
  }

  private String payload(String channel, Notification message, Form form) {
    return channels.channel(channel).orElseThrow().service().payload(message, form);
  }
}
