package io.tagwatch.notify.channel.slack;

import io.tagwatch.notify.channel.Channel;
import io.tagwatch.notify.channel.ChannelTools;
import io.tagwatch.notify.channel.Channels;
import io.tagwatch.notify.channel.Deadline;
import io.tagwatch.notify.channel.Delivery;
import io.tagwatch.notify.http.Http;
import io.tagwatch.notify.http.HttpCall;
import io.tagwatch.notify.http.HttpReply;
import io.tagwatch.notify.memory.Memory;
import io.tagwatch.notify.notification.Notification;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Slack that keeps what was posted: the first post is {@code 17.1}. */
final class Conversation implements Http {
  private static final Pattern TS = Pattern.compile("\"(thread_)?ts\":\"([^\"]*)\"");

  /** What each post in the channel says now. */
  final Map<String, String> posts = new HashMap<>();

  /** Answers in threads, as {@code thread: text}. */
  final List<String> answers = new ArrayList<>();

  /** What was updated, in this order. */
  final List<String> updated = new ArrayList<>();

  private final Deque<HttpReply> toUpdates = new ArrayDeque<>();
  private final Deque<HttpReply> toAnswers = new ArrayDeque<>();
  final ChannelTools tools;
  private Channel channel;

  Conversation() {
    tools = Channels.tools(this);
    channel = open();
  }

  /**
   * @param memory of all channels
   */
  Conversation(Memory memory) {
    ChannelTools usual = Channels.tools(this);
    tools = new ChannelTools(usual.http(), usual.secrets(), memory);
    channel = open();
  }

  /** What the next update is answered with; then all is well again. */
  Conversation nextUpdate(HttpReply reply) {
    toUpdates.add(reply);
    return this;
  }

  Conversation nextAnswer(HttpReply reply) {
    toAnswers.add(reply);
    return this;
  }

  Channel open() {
    return Channels.named("slack-bot").service().open(tools);
  }

  /** Goes on in another process that shares the memory. */
  Conversation elsewhere() {
    channel = open();
    return this;
  }

  Delivery tell(Notification message) {
    return channel.deliver(message, Deadline.in(Duration.ofSeconds(40)));
  }

  Delivery tell(Notification message, Duration left) {
    return tell(message, Deadline.in(left));
  }

  Delivery tell(Notification message, Deadline deadline) {
    return channel.deliver(message, deadline);
  }

  @Override
  public HttpReply send(HttpCall call, Duration limit) throws IOException {
    Matcher ts = TS.matcher(call.body());
    String place = ts.find() ? ts.group(2) : "";
    if (call.uri().getPath().endsWith("/chat.update")) {
      updated.add(place);
      return Optional.ofNullable(toUpdates.poll()).orElseGet(() -> taken(place, call.body()));
    }
    if (!place.isEmpty() && !toAnswers.isEmpty()) {
      return toAnswers.poll();
    }
    if (!place.isEmpty()) {
      answers.add(place + ": " + call.body());
      return posted("17.9" + answers.size());
    }
    return taken("17." + (posts.size() + 1), call.body());
  }

  private HttpReply taken(String ts, String body) {
    posts.put(ts, body);
    return posted(ts);
  }

  private static HttpReply posted(String ts) {
    return HttpReply.of(200, "{\"ok\":true,\"ts\":\"" + ts + "\"}");
  }

  static HttpReply error(String word) {
    return HttpReply.of(200, "{\"ok\":false,\"error\":\"" + word + "\"}");
  }
}
