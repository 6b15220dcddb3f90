package io.tagwatch.notify.channel.telegram;

import io.tagwatch.common.config.Section;
import io.tagwatch.common.secret.SecretReference;
import io.tagwatch.notify.channel.ChannelType;
import io.tagwatch.notify.channel.ChatService;
import io.tagwatch.notify.channel.OwnerForm;
import io.tagwatch.notify.channel.Owners;
import io.tagwatch.notify.channel.Settings;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * {@code type: telegram} with {@code token}, {@code chat} (an identifier or {@code @name}) and
 * {@code api}, default {@code https://api.telegram.org}. Owners are user names without the at sign.
 */
public final class TelegramType implements ChannelType {
  static final String NAME = "telegram";
  private static final Pattern CHAT = Pattern.compile("-?[0-9]+|@[A-Za-z][A-Za-z0-9_]+");

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Optional<OwnerForm> ownerForm() {
    return Optional.of(OwnerForm.of("[A-Za-z0-9_]{1,32}", "the user name without @, such as jane"));
  }

  @Override
  public Optional<ChatService> read(Section settings, Owners owners) {
    Optional<SecretReference> token = Settings.secret(settings, "token");
    Optional<String> chat = chat(settings);
    Optional<URI> api = Settings.base(settings, "api", "https://api.telegram.org");
    return token.isEmpty() || chat.isEmpty() || api.isEmpty()
        ? Optional.empty()
        : Optional.of(new TelegramBot(api.get(), token.get(), chat.get(), owners));
  }

  private static Optional<String> chat(Section settings) {
    Optional<String> chat = Settings.identifier(settings, "chat");
    if (chat.isPresent() && !CHAT.matcher(chat.get()).matches()) {
      settings
          .problems()
          .add(
              settings.node("chat").orElseThrow(),
              "is not a chat; write its number such as \"-100123\", or \"@name\" of a public channel");
      return Optional.empty();
    }
    return chat;
  }
}
