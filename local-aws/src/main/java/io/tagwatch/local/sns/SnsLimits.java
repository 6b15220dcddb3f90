package io.tagwatch.local.sns;

/**
 * Limits of SNS. See "Amazon SNS endpoints and quotas" and the API reference of CreateTopic,
 * Publish and PublishBatch.
 */
final class SnsLimits {
  static final int TOPIC_NAME_CHARACTERS = 256;
  static final int DISPLAY_NAME_CHARACTERS = 100;
  static final int SUBJECT_CHARACTERS = 100;
  static final int MESSAGE_BYTES = 262_144;
  static final int ENTRIES_PER_BATCH = 10;
  static final int BATCH_ENTRY_ID_CHARACTERS = 80;
  static final int ITEMS_PER_PAGE = 100;
  static final int FILTER_POLICIES_PER_TOPIC = 200;
  static final int TAGS_PER_TOPIC = 50;
  static final int ATTRIBUTE_NAME_BYTES = 256;

  /** SQS takes ten attributes; a message with more cannot be delivered raw. */
  static final int ATTRIBUTES_PER_RAW_MESSAGE = 10;

  private SnsLimits() {}
}
