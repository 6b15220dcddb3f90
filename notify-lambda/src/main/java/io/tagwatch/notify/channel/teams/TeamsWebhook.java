package io.tagwatch.notify.channel.teams;

import io.tagwatch.common.secret.SecretReference;
import io.tagwatch.notify.channel.ChatService;
import io.tagwatch.notify.channel.Form;
import io.tagwatch.notify.channel.Secrets;
import io.tagwatch.notify.channel.Settings;
import io.tagwatch.notify.channel.Verdict;
import io.tagwatch.notify.http.HttpCall;
import io.tagwatch.notify.http.HttpReply;
import io.tagwatch.notify.notification.Notification;
import java.util.List;

/** A flow's webhook: its URL, with the signature in it, is the secret. */
record TeamsWebhook(SecretReference webhook) implements ChatService {

  @Override
  public List<SecretReference> secrets() {
    return List.of(webhook);
  }

  @Override
  public String payload(Notification notification, Form form) {
    return TeamsCard.of(notification, form);
  }

  @Override
  public boolean holds(Notification digest, Form form) {
    return TeamsCard.holds(digest, form);
  }

  @Override
  public HttpCall call(String payload, Notification notification, Secrets secrets) {
    return HttpCall.post(Settings.secretUrl(webhook, secrets), payload);
  }

  @Override
  public Verdict verdict(HttpReply reply) {
    return TeamsReply.verdict(reply);
  }
}
