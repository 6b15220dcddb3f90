package io.tagwatch.notify.channel.telegram;

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

/** A bot that writes to one chat through sendMessage. Its token is part of the path. */
record TelegramBot(URI api, SecretReference token, String chat, Owners owners)
    implements ChatService {

  @Override
  public List<SecretReference> secrets() {
    return List.of(token);
  }

  @Override
  public String payload(Notification notification, Form form) {
    return TelegramMessage.of(notification, form, chat, owners);
  }

  @Override
  public boolean holds(Notification digest, Form form) {
    return TelegramMessage.holds(digest, form, owners);
  }

  @Override
  public HttpCall call(String payload, Notification notification, Secrets secrets) {
    String path = "/bot" + Settings.token(token, secrets) + "/sendMessage";
    return HttpCall.post(URI.create(api + path), payload);
  }

  @Override
  public Optional<PictureService> pictures() {
    return Optional.of(new TelegramPictures(this));
  }

  @Override
  public Verdict verdict(HttpReply reply) {
    return TelegramReply.verdict(reply);
  }
}
