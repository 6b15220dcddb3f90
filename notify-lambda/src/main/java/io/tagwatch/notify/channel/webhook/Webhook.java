package io.tagwatch.notify.channel.webhook;

import io.tagwatch.common.secret.SecretReference;
import io.tagwatch.notify.channel.ChatService;
import io.tagwatch.notify.channel.Form;
import io.tagwatch.notify.channel.Secrets;
import io.tagwatch.notify.channel.Settings;
import io.tagwatch.notify.channel.Verdict;
import io.tagwatch.notify.channel.Verdicts;
import io.tagwatch.notify.http.HttpCall;
import io.tagwatch.notify.http.HttpReply;
import io.tagwatch.notify.notification.Notification;
import java.util.List;

/** Any endpoint that takes the envelope. Its replies mean what HTTP says. */
record Webhook(SecretReference url) implements ChatService {

  @Override
  public List<SecretReference> secrets() {
    return List.of(url);
  }

  @Override
  public String payload(Notification notification, Form form) {
    return WebhookEnvelope.of(notification, form);
  }

  @Override
  public HttpCall call(String payload, Notification notification, Secrets secrets) {
    return HttpCall.post(Settings.secretUrl(url, secrets), payload);
  }

  @Override
  public Verdict verdict(HttpReply reply) {
    return Verdicts.byStatus("The webhook", reply, Verdicts.word(reply.body()));
  }
}
