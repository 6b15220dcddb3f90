package io.tagwatch.cli.render;

import io.tagwatch.cli.page.model.ChatPost;
import io.tagwatch.local.view.MessageView;
import io.tagwatch.notify.channel.Form;
import io.tagwatch.notify.config.ChannelsConfig;
import io.tagwatch.notify.config.ConfiguredChannel;
import io.tagwatch.notify.enrich.AccountNames;
import io.tagwatch.notify.message.Messages;
import io.tagwatch.notify.notification.Notification;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What channels would show of the messages that topics published, where none is configured. Each
 * message is rendered once; the newest ones are kept. Thread-safe.
 */
public final class TopicPosts {
  /** A page shows less; this bounds the memory of a long run. */
  private static final int KEPT = 500;

  private final ChannelsConfig channels;
  private final AccountNames accounts;
  private final Map<String, List<ChatPost>> rendered =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<ChatPost>> eldest) {
          return size() > KEPT;
        }
      };

  /** As these channels would show them, each those that its filters take. */
  public TopicPosts(ChannelsConfig channels) {
    this.channels = channels;
    this.accounts = new AccountNames(channels.accounts());
  }

  /** The posts of these messages, in their order. */
  public synchronized List<ChatPost> of(List<MessageView> messages) {
    List<ChatPost> posts = new ArrayList<>();
    messages.stream()
        .skip(Math.max(0, messages.size() - KEPT))
        .forEach(
            message -> posts.addAll(rendered.computeIfAbsent(message.id(), id -> render(message))));
    return posts;
  }

  private List<ChatPost> render(MessageView message) {
    Notification notification = accounts.named(Messages.recognise(message.text(), message.id()));
    return channels.audienceOf(notification).stream()
        .map(channel -> post(channel, message, notification))
        .toList();
  }

  private static ChatPost post(
      ConfiguredChannel channel, MessageView message, Notification notification) {
    return new ChatPost(
        message.at(),
        channel.name(),
        channel.type(),
        channel.service().payload(notification, Form.RICH));
  }
}
