package io.tagwatch.notify.channel.discord;

import io.tagwatch.common.secret.SecretReference;
import io.tagwatch.notify.channel.ChatService;
import io.tagwatch.notify.channel.Form;
import io.tagwatch.notify.channel.Owners;
import io.tagwatch.notify.channel.PictureService;
import io.tagwatch.notify.channel.Secrets;
import io.tagwatch.notify.channel.Settings;
import io.tagwatch.notify.channel.Verdict;
import io.tagwatch.notify.http.HttpCall;
import io.tagwatch.notify.http.HttpReply;
import io.tagwatch.notify.notification.Notification;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** A webhook of a Discord channel, asked to wait until the message is really there. */
record DiscordWebhook(SecretReference webhook, Owners owners) implements ChatService {

  @Override
  public List<SecretReference> secrets() {
    return List.of(webhook);
  }

  @Override
  public String payload(Notification notification, Form form) {
    return DiscordMessage.of(notification, form, owners);
  }

  @Override
  public boolean holds(Notification digest, Form form) {
    return DiscordMessage.holds(digest, form);
  }

  @Override
  public HttpCall call(String payload, Notification notification, Secrets secrets) {
    URI uri = Settings.secretUrl(webhook, secrets);
    String wait = (uri.getRawQuery() == null ? "?" : "&") + "wait=true";
    return HttpCall.post(URI.create(uri + wait), payload);
  }

  @Override
  public Optional<PictureService> pictures() {
    return Optional.of(new DiscordPictures(webhook));
  }

  @Override
  public Verdict verdict(HttpReply reply) {
    return DiscordReply.verdict(reply);
  }
}
