package io.tagwatch.cli.up;

import io.tagwatch.cli.page.chat.ChatReader;
import io.tagwatch.cli.up.JournalSink.Topic;
import io.tagwatch.notify.channel.Form;
import io.tagwatch.notify.config.ChannelsConfig;
import io.tagwatch.notify.config.ConfiguredChannel;
import io.tagwatch.notify.delivery.Outcome;
import io.tagwatch.notify.delivery.Outcomes;
import io.tagwatch.notify.notification.Notification;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;

/**
 * Says each message that a channel took, in one line; and once when a channel begins to fail, and
 * when it takes messages again. Thread-safe.
 */
public final class Herald implements Outcomes {
  private final JournalSink sink;
  private final InstantSource clock;
  private final ChannelsConfig channels;
  private final Set<String> failing = new HashSet<>();

  /**
   * @param channels how messages look there
   */
  public Herald(JournalSink sink, InstantSource clock, ChannelsConfig channels) {
    this.sink = sink;
    this.clock = clock;
    this.channels = channels;
  }

  @Override
  public synchronized void told(Outcome outcome) {
    switch (outcome) {
      case Outcome.Posted posted -> posted(posted.channel(), posted.message());
      case Outcome.Failed failed -> failed(failed.channel(), failed.reason());
      case Outcome.Held held -> {}
      case Outcome.Suppressed nobody -> {}
    }
  }

  private void posted(String channel, Notification message) {
    if (failing.remove(channel)) {
      say(Topic.CHANNEL, sink.style().good("channel " + channel + " takes messages again"));
    }
    say(Topic.MESSAGE, preview(channel, message) + sink.style().dim("   → " + channel));
  }

  private String preview(String channel, Notification message) {
    ConfiguredChannel configured = channels.channel(channel).orElseThrow();
    return ChatReader.read(configured.type(), configured.service().payload(message, Form.RICH))
        .preview();
  }

  private void failed(String channel, String reason) {
    if (failing.add(channel)) {
      say(
          Topic.CHANNEL,
          sink.style().bad("channel " + channel + " takes no messages") + "  " + reason);
    }
  }

  private void say(Topic topic, String text) {
    sink.writer().write(clock.instant(), topic, text);
  }
}
