package io.tagwatch.notify.channel.slack;

import io.tagwatch.common.secret.SecretReference;
import io.tagwatch.notify.channel.ChatService;
import io.tagwatch.notify.channel.Form;
import io.tagwatch.notify.channel.Owners;
import io.tagwatch.notify.channel.Secrets;
import io.tagwatch.notify.channel.Settings;
import io.tagwatch.notify.channel.Verdict;
import io.tagwatch.notify.channel.text.JsonText;
import io.tagwatch.notify.http.HttpCall;
import io.tagwatch.notify.http.HttpReply;
import io.tagwatch.notify.notification.Notification;
import java.util.List;

/** An incoming webhook: its URL is the secret. */
record SlackWebhook(SecretReference webhook, Owners owners) implements ChatService {

  @Override
  public List<SecretReference> secrets() {
    return List.of(webhook);
  }

  @Override
  public String payload(Notification notification, Form form) {
    return JsonText.object(json -> SlackMessage.write(json, notification, form, owners));
  }

  @Override
  public boolean holds(Notification digest, Form form) {
    return SlackDigest.holds(digest, form);
  }

  @Override
  public HttpCall call(String payload, Notification notification, Secrets secrets) {
    return HttpCall.post(Settings.secretUrl(webhook, secrets), payload);
  }

  @Override
  public Verdict verdict(HttpReply reply) {
    return SlackReply.webhook(reply);
  }
}
