package io.tagwatch.notify.channel.slack;

import io.tagwatch.common.config.Section;
import io.tagwatch.common.secret.SecretReference;
import io.tagwatch.notify.channel.ChannelType;
import io.tagwatch.notify.channel.ChatService;
import io.tagwatch.notify.channel.OwnerForm;
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
  private static final String API = "https://slack.com/api";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Optional<OwnerForm> ownerForm() {
    return Optional.of(
        OwnerForm.of(
            "[UW][A-Z0-9]+",
            "the member's identifier such as U012AB3CD (profile, \"Copy member ID\")"));
  }

  @Override
  public Optional<ChatService> read(Section settings, Owners owners) {
    boolean bot = settings.node("token").isPresent();
    boolean hook = settings.node("webhook").isPresent();
    if (bot == hook) {
      settings
          .problems()
          .add(
              settings.place(),
              "needs either \"webhook\", or \"token\" and \"channel\"; both are secrets by reference: "
                  + SecretReference.FORMS);
      readAll(settings);
      return Optional.empty();
    }
    settings.knows("channel", "api");
    return bot ? bot(settings, owners) : webhook(settings, owners);
  }

  /** What is wrong with either way is reported although neither can be taken. */
  private static void readAll(Section settings) {
    for (String key : new String[] {"token", "webhook"}) {
      if (settings.node(key).isPresent()) {
        Settings.secret(settings, key);
      }
    }
    Settings.identifierIfAny(settings, "channel");
    Settings.base(settings, "api", API);
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
    Optional<URI> api = Settings.base(settings, "api", API);
    return token.isEmpty() || channel.isEmpty() || api.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new SlackBot(api.get(), token.get(), channel.get(), owners, new SlackBot.Act.Post()));
  }
}
