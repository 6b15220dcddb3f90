package io.tagwatch.notify.channel.discord;

import io.tagwatch.common.config.Section;
import io.tagwatch.notify.channel.ChannelType;
import io.tagwatch.notify.channel.ChatService;
import io.tagwatch.notify.channel.OwnerForm;
import io.tagwatch.notify.channel.Owners;
import io.tagwatch.notify.channel.Settings;
import java.util.Optional;

/** {@code type: discord} with {@code webhook}. Owners are user identifiers. */
public final class DiscordType implements ChannelType {
  static final String NAME = "discord";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Optional<OwnerForm> ownerForm() {
    return Optional.of(
        OwnerForm.of("[0-9]{1,20}", "the user's identifier such as \"80351110224678912\""));
  }

  @Override
  public Optional<ChatService> read(Section settings, Owners owners) {
    return Settings.secret(settings, "webhook").map(secret -> new DiscordWebhook(secret, owners));
  }
}
