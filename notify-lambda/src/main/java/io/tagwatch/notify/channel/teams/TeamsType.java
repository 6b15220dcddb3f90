package io.tagwatch.notify.channel.teams;

import io.tagwatch.common.config.Section;
import io.tagwatch.notify.channel.ChannelType;
import io.tagwatch.notify.channel.ChatService;
import io.tagwatch.notify.channel.Owners;
import io.tagwatch.notify.channel.Settings;
import java.util.Optional;

/**
 * {@code type: teams} with {@code webhook}: the URL of a flow that starts when a webhook request is
 * received.
 */
public final class TeamsType implements ChannelType {

  @Override
  public String name() {
    return "teams";
  }

  @Override
  public Optional<ChatService> read(Section settings, Owners owners) {
    return Settings.secret(settings, "webhook").map(TeamsWebhook::new);
  }
}
