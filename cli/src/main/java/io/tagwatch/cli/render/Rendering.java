package io.tagwatch.cli.render;

import io.tagwatch.notify.channel.Form;
import io.tagwatch.notify.config.ChannelsConfig;
import io.tagwatch.notify.config.ConfiguredChannel;
import io.tagwatch.notify.enrich.AccountNames;
import io.tagwatch.notify.message.Invocation;
import io.tagwatch.notify.message.Messages;
import io.tagwatch.notify.notification.Notification;
import java.util.ArrayList;
import java.util.List;

/**
 * Applies notify-lambda's own recognisers and channels to stored events. Filters are not applied.
 */
public final class Rendering {
  private final ChannelsConfig channels;
  private final AccountNames accounts;

  public Rendering(ChannelsConfig channels) {
    this.channels = channels;
    this.accounts = new AccountNames(channels.accounts());
  }

  /** Without names of accounts. */
  public Rendering(List<ConfiguredChannel> channels) {
    this(new ChannelsConfig(channels));
  }

  /**
   * Every notification of an event, on every channel.
   *
   * @param event whatever notify-lambda may be invoked with, or an SNS envelope, or any text
   */
  public List<Rendered> event(byte[] event) {
    List<Rendered> all = new ArrayList<>();
    notifications(event).forEach(notification -> all.addAll(notification(notification)));
    return all;
  }

  /** The notifications of all events as if they came at once: alarms are told together. */
  public List<Rendered> together(List<byte[]> events) {
    Storm storm = storm(events, accounts);
    return channels.channels().stream()
        .flatMap(channel -> storm.on(channel).stream().map(told -> rendered(channel, told)))
        .toList();
  }

  static Storm storm(List<byte[]> events, AccountNames accounts) {
    return new Storm(
        events.stream()
            .flatMap(event -> notifications(event).stream())
            .map(accounts::named)
            .toList());
  }

  /** Whether an event carries no message at all: a batch without records. */
  public static boolean isEmpty(byte[] event) {
    return notifications(event).isEmpty();
  }

  static List<Notification> notifications(byte[] event) {
    return switch (Invocation.parse(event, "render")) {
      case Invocation.Batch(var queued) ->
          queued.stream().map(Invocation.Queued::notification).toList();
      case Invocation.Direct(var direct) -> direct;
    };
  }

  /** One message of a topic, on every channel. */
  public List<Rendered> message(String text, String id) {
    return notification(Messages.recognise(text, id));
  }

  private List<Rendered> notification(Notification recognised) {
    Notification notification = accounts.named(recognised);
    return channels.channels().stream().map(channel -> rendered(channel, notification)).toList();
  }

  private static Rendered rendered(ConfiguredChannel channel, Notification notification) {
    return new Rendered(
        channel.name(), channel.type(), channel.service().payload(notification, Form.RICH));
  }
}
