package io.tagwatch.notify.channel.webhook;

import io.tagwatch.common.config.Section;
import io.tagwatch.notify.channel.ChannelType;
import io.tagwatch.notify.channel.ChatService;
import io.tagwatch.notify.channel.Owners;
import io.tagwatch.notify.channel.Settings;
import java.util.Optional;

/** {@code type: webhook} with {@code url}. */
public final class WebhookType implements ChannelType {

  @Override
  public String name() {
    return "webhook";
  }

  @Override
  public Optional<ChatService> read(Section settings, Owners owners) {
    return Settings.secret(settings, "url").map(Webhook::new);
  }
}
