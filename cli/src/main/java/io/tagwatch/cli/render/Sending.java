package io.tagwatch.cli.render;

import io.tagwatch.cli.words.Words;
import io.tagwatch.common.Environment;
import io.tagwatch.common.secret.CachedSecrets;
import io.tagwatch.notify.channel.Channel;
import io.tagwatch.notify.channel.ChannelTools;
import io.tagwatch.notify.channel.Deadline;
import io.tagwatch.notify.channel.Delivery;
import io.tagwatch.notify.config.ChannelsConfig;
import io.tagwatch.notify.config.ConfiguredChannel;
import io.tagwatch.notify.enrich.AccountNames;
import io.tagwatch.notify.http.PooledHttp;
import io.tagwatch.notify.notification.Notification;
import io.tagwatch.secrets.AwsSecrets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * Sends stored events through notify-lambda's own channels, once each, and says what the services
 * answered. Filters, quiet hours and retries are the function's; none of them is applied.
 */
public final class Sending {
  private static final Duration LONGEST = Duration.ofSeconds(20);

  private final ChannelsConfig channels;
  private final AccountNames accounts;
  private final ChannelTools tools;

  /**
   * @param channels that are told
   * @param environment holds the secrets of {@code env:} and the way to those of AWS
   */
  public Sending(ChannelsConfig channels, Environment environment) {
    this.channels = channels;
    this.accounts = new AccountNames(channels.accounts());
    PooledHttp http = new PooledHttp();
    this.tools = new ChannelTools(() -> http, new CachedSecrets(AwsSecrets.all(environment)));
  }

  /**
   * What one channel made of one message.
   *
   * @param message its title
   * @param sent whether the service confirmed it
   * @param verdict in words, without any secret
   */
  public record Verdict(
      String channel, String type, String message, boolean sent, String verdict) {}

  /** Sends every notification of an event to every channel. */
  public List<Verdict> event(byte[] event) {
    List<Notification> notifications =
        Rendering.notifications(event).stream().map(accounts::named).toList();
    return told(channel -> notifications);
  }

  /** Sends the notifications of all events as if they came at once: alarms are told together. */
  public List<Verdict> together(List<byte[]> events) {
    return told(Rendering.storm(events, accounts)::on);
  }

  private List<Verdict> told(Function<ConfiguredChannel, List<Notification>> messages) {
    List<Verdict> verdicts = new ArrayList<>();
    for (ConfiguredChannel configured : channels.channels()) {
      Channel channel = configured.service().open(tools.of(configured.name()));
      for (Notification notification : messages.apply(configured)) {
        Delivery delivery = channel.deliver(notification, Deadline.in(LONGEST));
        verdicts.add(
            new Verdict(
                configured.name(),
                configured.type(),
                notification.title(),
                delivery instanceof Delivery.Sent,
                words(delivery)));
      }
    }
    return verdicts;
  }

  private static String words(Delivery delivery) {
    return switch (delivery) {
      case Delivery.Sent sent ->
          sent.reference().isBlank() ? "sent" : "sent, as " + sent.reference();
      case Delivery.Rejected rejected -> "refused: " + rejected.reason();
      case Delivery.Retryable later ->
          "not now: "
              + later.reason()
              + (later.after().isZero() ? "" : ", again after " + wait(later.after()));
    };
  }

  private static String wait(Duration time) {
    boolean whole = time.toMillis() % 1_000 == 0;
    return whole
        ? Words.length(time)
        : String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1_000.0);
  }
}
