package io.tagwatch.notify.channel.slack;

/**
 * Limits of Slack. See "Block Kit reference", "Formatting text for app surfaces" and
 * chat.postMessage.
 */
final class SlackLimits {
  /** Longer message texts are truncated by Slack at 40,000; it recommends 4,000. */
  static final int TEXT = 4_000;

  static final int SECTION_TEXT = 3_000;
  static final int FIELDS_PER_SECTION = 10;
  static final int FIELD_TEXT = 2_000;
  static final int CONTEXT_TEXT = 2_000;
  static final int BUTTONS_PER_BLOCK = 25;
  static final int BUTTON_TEXT = 75;
  static final int BUTTON_URL = 3_000;
  static final int BLOCKS = 50;

  /** Sections with fields are blocks too, and {@link #ALL_TEXT} is spent long before. */
  static final int FIELDS = 100;

  /**
   * Of a digest's list, or of summary and fields, all blocks together. Slack refuses more than some
   * 12,000 characters of text in all blocks of a message as {@code msg_blocks_too_long}, and counts
   * the blocks themselves: slackapi/bolt-js issues 2509 and 2867.
   */
  static final int ALL_TEXT = 9_000;

  private SlackLimits() {}
}
