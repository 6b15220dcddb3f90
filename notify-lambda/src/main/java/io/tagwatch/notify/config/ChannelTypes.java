package io.tagwatch.notify.config;

import io.tagwatch.notify.channel.ChannelType;
import io.tagwatch.notify.channel.discord.DiscordType;
import io.tagwatch.notify.channel.matrix.MatrixType;
import io.tagwatch.notify.channel.pagerduty.PagerDutyType;
import io.tagwatch.notify.channel.slack.SlackType;
import io.tagwatch.notify.channel.teams.TeamsType;
import io.tagwatch.notify.channel.telegram.TelegramType;
import io.tagwatch.notify.channel.webhook.WebhookType;
import java.util.List;

/** Every type of channel. The one place to touch when a package with a new one is added. */
public final class ChannelTypes {
  public static final List<ChannelType> ALL =
      List.of(
          new SlackType(),
          new DiscordType(),
          new TelegramType(),
          new TeamsType(),
          new MatrixType(),
          new PagerDutyType(),
          new WebhookType());

  private ChannelTypes() {}
}
