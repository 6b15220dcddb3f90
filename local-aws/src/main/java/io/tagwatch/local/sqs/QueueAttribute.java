package io.tagwatch.local.sqs;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The attributes of a queue that a caller may set: default and accepted values. See
 * SetQueueAttributes in the API reference.
 */
enum QueueAttribute {
  VISIBILITY_TIMEOUT("VisibilityTimeout", "30", new Range(0, SqsLimits.VISIBILITY_SECONDS)),
  MAXIMUM_MESSAGE_SIZE(
      "MaximumMessageSize",
      String.valueOf(SqsLimits.MESSAGE_BYTES),
      new Range(1_024, SqsLimits.MESSAGE_BYTES)),
  MESSAGE_RETENTION_PERIOD("MessageRetentionPeriod", "345600", new Range(60, 1_209_600)),
  DELAY_SECONDS("DelaySeconds", "0", new Range(0, SqsLimits.DELAY_SECONDS)),
  RECEIVE_WAIT("ReceiveMessageWaitTimeSeconds", "0", new Range(0, SqsLimits.WAIT_SECONDS)),
  SQS_MANAGED_SSE("SqsManagedSseEnabled", "true", OneOf.BOOLEAN),
  KMS_MASTER_KEY("KmsMasterKeyId", null, new Text()),
  KMS_KEY_REUSE("KmsDataKeyReusePeriodSeconds", null, new Range(60, 86_400)),
  POLICY("Policy", null, new JsonObject()),
  REDRIVE_POLICY("RedrivePolicy", null, new JsonObject()),
  REDRIVE_ALLOW_POLICY("RedriveAllowPolicy", null, new JsonObject()),
  FIFO_QUEUE("FifoQueue", null, OneOf.BOOLEAN),
  CONTENT_BASED_DEDUPLICATION("ContentBasedDeduplication", null, OneOf.BOOLEAN),
  DEDUPLICATION_SCOPE("DeduplicationScope", null, new OneOf(List.of("messageGroup", "queue"))),
  FIFO_THROUGHPUT_LIMIT(
      "FifoThroughputLimit", null, new OneOf(List.of("perQueue", "perMessageGroupId")));

  private static final Set<QueueAttribute> FIFO_ONLY =
      Set.of(FIFO_QUEUE, CONTENT_BASED_DEDUPLICATION, DEDUPLICATION_SCOPE, FIFO_THROUGHPUT_LIMIT);

  /** What an attribute may hold. */
  sealed interface Rule {
    boolean accepts(String value);
  }

  private record Range(int from, int to) implements Rule {
    @Override
    public boolean accepts(String value) {
      try {
        int number = Integer.parseInt(value);
        return from <= number && number <= to;
      } catch (NumberFormatException notANumber) {
        return false;
      }
    }
  }

  private record OneOf(List<String> values) implements Rule {
    static final OneOf BOOLEAN = new OneOf(List.of("true", "false"));

    @Override
    public boolean accepts(String value) {
      return values.contains(value);
    }
  }

  private record Text() implements Rule {
    @Override
    public boolean accepts(String value) {
      return true;
    }
  }

  private record JsonObject() implements Rule {
    @Override
    public boolean accepts(String value) {
      return PolicyDocument.parse(value).isPresent();
    }
  }

  private final String title;
  private final String initial;
  private final Rule rule;

  QueueAttribute(String title, String initial, Rule rule) {
    this.title = title;
    this.initial = initial;
    this.rule = rule;
  }

  /** The name in the API. */
  String title() {
    return title;
  }

  /** The value of a queue that was created without this attribute. */
  Optional<String> initial() {
    return Optional.ofNullable(initial);
  }

  boolean fifoOnly() {
    return FIFO_ONLY.contains(this);
  }

  /** An empty document removes a policy; everything else has to satisfy the rule. */
  boolean accepts(String value) {
    return (value.isEmpty() && removable()) || rule.accepts(value);
  }

  boolean removable() {
    return rule instanceof JsonObject || rule instanceof Text;
  }

  static Optional<QueueAttribute> named(String title) {
    return Arrays.stream(values()).filter(each -> each.title.equals(title)).findFirst();
  }
}
