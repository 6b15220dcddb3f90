package io.tagwatch.notify.channel.telegram;

import io.tagwatch.common.config.Section;
import io.tagwatch.common.secret.SecretReference;
import io.tagwatch.notify.channel.ChannelType;
import io.tagwatch.notify.channel.ChatService;
import io.tagwatch.notify.channel.Owners;
import io.tagwatch.notify.channel.Settings;
import java.net.URI;
import java.util.Optional;

/**
 * {@code type: telegram} with {@code token}, {@code chat} (an identifier or {@code @name}) and
 * {@code api}, default {@code https://api.telegram.org}. Owners are user names without the at sign.
 */
public final class TelegramType implements ChannelType {
  static final String NAME = "telegram";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Optional<ChatService> read(Section settings, Owners owners) {
    Optional<SecretReference> token = Settings.secret(settings, "token");
    Optional<String> chat = Settings.identifier(settings, "chat");
    Optional<URI> api = Settings.base(settings, "api", "https://api.telegram.org");
    return token.isEmpty() || chat.isEmpty() || api.isEmpty()
        ? Optional.empty()
        : Optional.of(new TelegramBot(api.get(), token.get(), chat.get(), owners));
  }
}
