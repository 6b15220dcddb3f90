package io.tagwatch.notify.channel.discord;

/** Limits of Discord. See the developer documentation, "Message Resource", "Embed Limits". */
final class DiscordLimits {
  static final int CONTENT = 2_000;
  static final int TITLE = 256;
  static final int DESCRIPTION = 4_096;
  static final int FIELDS = 25;
  static final int FIELD_NAME = 256;
  static final int FIELD_VALUE = 1_024;
  static final int FOOTER = 2_048;

  /** Not documented; 2,048 by those who tried (discord/discord-api-docs pull request 6531). */
  static final int URL = 2_000;

  /** Title, description, field names and values, footer and author of all embeds together. */
  static final int ALL_TEXT = 6_000;

  private DiscordLimits() {}
}
