package io.tagwatch.cli.up;

import io.tagwatch.cli.page.chat.ChatReader;
import io.tagwatch.cli.up.JournalSink.Topic;
import io.tagwatch.notify.config.ChannelsConfig;
import io.tagwatch.notify.config.ConfiguredChannel;
import io.tagwatch.notify.delivery.Outcome;
import io.tagwatch.notify.delivery.Outcomes;
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
      case Outcome.Posted posted -> posted(posted);
      case Outcome.Failed failed -> failed(failed.channel(), failed.reason());
      case Outcome.Held held -> {}
      case Outcome.Suppressed nobody -> {}
    }
  }

  private void posted(Outcome.Posted posted) {
    String channel = posted.channel();
    if (failing.remove(channel)) {
      say(Topic.CHANNEL, sink.style().good("channel " + channel + " takes messages again"));
    }
    say(Topic.MESSAGE, preview(posted) + sink.style().dim("   → " + channel));
  }

  private String preview(Outcome.Posted posted) {
    ConfiguredChannel configured = channels.channel(posted.channel()).orElseThrow();
    String payload = configured.service().payload(posted.message(), posted.form());
    return ChatReader.read(configured.type(), payload).preview();
  }

  /** A message of that channel is not tried again. */
  public synchronized void gaveUp(String channel) {
    say(
        Topic.CHANNEL,
        sink.style().bad("a message to " + channel + " is given up")
            + "; it is kept with the channel's dead letters");
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
