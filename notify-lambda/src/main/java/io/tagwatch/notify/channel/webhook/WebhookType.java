package io.tagwatch.notify.channel.webhook;

import io.tagwatch.common.config.Section;
import io.tagwatch.common.secret.SecretReference;
import io.tagwatch.notify.channel.ChannelType;
import io.tagwatch.notify.channel.ChatService;
import io.tagwatch.notify.channel.Owners;
import io.tagwatch.notify.channel.Settings;
import java.util.Optional;

/** {@code type: webhook} with {@code url} and, to sign what is sent, {@code signing_key}. */
public final class WebhookType implements ChannelType {

  @Override
  public String name() {
    return "webhook";
  }

  @Override
  public Optional<ChatService> read(Section settings, Owners owners) {
    Optional<SecretReference> url = Settings.secret(settings, "url");
    boolean signed = settings.node("signing_key").isPresent();
    Optional<SecretReference> key =
        signed ? Settings.secret(settings, "signing_key") : Optional.empty();
    return url.isEmpty() || signed && key.isEmpty()
        ? Optional.empty()
        : Optional.of(new Webhook(url.get(), key));
  }
}
