package io.tagwatch.notify.channel.slack;

import io.tagwatch.common.config.Section;
import io.tagwatch.common.secret.SecretReference;
import io.tagwatch.notify.channel.ChannelType;
import io.tagwatch.notify.channel.ChatService;
import io.tagwatch.notify.channel.Owners;
import io.tagwatch.notify.channel.Settings;
import java.net.URI;
import java.util.Optional;

/**
 * {@code type: slack}: with {@code webhook}, or as a bot with {@code token} and {@code channel}
 * (and {@code api}, default {@code https://slack.com/api}).
 */
public final class SlackType implements ChannelType {
  static final String NAME = "slack";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Optional<ChatService> read(Section settings, Owners owners) {
    boolean bot = settings.node("token").isPresent();
    boolean hook = settings.node("webhook").isPresent();
    settings.knows("channel", "api");
    if (bot == hook) {
      settings
          .problems()
          .add(
              settings.place(),
              "needs either \"webhook\", or \"token\" and \"channel\"; both are secrets by reference: "
                  + SecretReference.FORMS);
      return Optional.empty();
    }
    return bot ? bot(settings, owners) : webhook(settings, owners);
  }

  private static Optional<ChatService> webhook(Section settings, Owners owners) {
    for (String key : new String[] {"channel", "api"}) {
      settings
          .node(key)
          .ifPresent(
              node ->
                  settings
                      .problems()
                      .add(
                          node,
                          "\"" + key + "\" is for bots; a webhook posts where it was made for"));
    }
    return Settings.secret(settings, "webhook").map(secret -> new SlackWebhook(secret, owners));
  }

  private static Optional<ChatService> bot(Section settings, Owners owners) {
    Optional<SecretReference> token = Settings.secret(settings, "token");
    Optional<String> channel = Settings.identifier(settings, "channel");
    Optional<URI> api = Settings.base(settings, "api", "https://slack.com/api");
    return token.isEmpty() || channel.isEmpty() || api.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new SlackBot(api.get(), token.get(), channel.get(), owners, new SlackBot.Act.Post()));
  }
}
