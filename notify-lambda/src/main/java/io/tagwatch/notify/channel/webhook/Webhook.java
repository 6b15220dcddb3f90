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
import java.util.Map;
import java.util.Optional;

/**
 * Any endpoint that takes the envelope. Its replies mean what HTTP says. With a signing key each
 * request carries {@code X-Tagwatch-Signature: sha256=<hex>}, the HMAC-SHA-256 of the body's bytes.
 */
record Webhook(SecretReference url, Optional<SecretReference> signingKey) implements ChatService {
  static final String SIGNATURE = "X-Tagwatch-Signature";

  @Override
  public List<SecretReference> secrets() {
    return signingKey.isPresent() ? List.of(url, signingKey.get()) : List.of(url);
  }

  @Override
  public String payload(Notification notification, Form form) {
    return WebhookEnvelope.of(notification, form);
  }

  @Override
  public HttpCall call(String payload, Notification notification, Secrets secrets) {
    Map<String, String> headers =
        signingKey.isPresent()
            ? Map.of(SIGNATURE, Signature.of(payload, secrets.reveal(signingKey.get())))
            : Map.of();
    return HttpCall.post(Settings.secretUrl(url, secrets), headers, payload);
  }

  @Override
  public Verdict verdict(HttpReply reply) {
    return Verdicts.byStatus("The webhook", reply, Verdicts.word(reply.body()));
  }
}
