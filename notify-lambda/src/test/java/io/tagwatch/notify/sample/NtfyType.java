package io.tagwatch.notify.sample;

import io.tagwatch.common.config.Section;
import io.tagwatch.common.secret.SecretReference;
import io.tagwatch.notify.channel.ChannelType;
import io.tagwatch.notify.channel.ChatService;
import io.tagwatch.notify.channel.Owners;
import io.tagwatch.notify.channel.Settings;
import java.net.URI;
import java.util.Optional;

/** {@code type: ntfy} with {@code server}, {@code topic} and {@code token}. */
public final class NtfyType implements ChannelType {

  @Override
  public String name() {
    return "ntfy";
  }

  @Override
  public Optional<ChatService> read(Section settings, Owners owners) {
    Optional<URI> server = Settings.base(settings, "server", "https://ntfy.sh");
    Optional<String> topic = settings.requiredText("topic");
    Optional<SecretReference> token = Settings.secret(settings, "token");
    return server.isEmpty() || topic.isEmpty() || token.isEmpty()
        ? Optional.empty()
        : Optional.of(new NtfyTopic(server.get(), topic.get(), token.get()));
  }
}
