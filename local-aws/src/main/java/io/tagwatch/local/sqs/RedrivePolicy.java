package io.tagwatch.local.sqs;

import com.fasterxml.jackson.databind.JsonNode;
import io.tagwatch.local.protocol.AwsFault;
import java.util.Optional;

/**
 * Where a queue's messages go that nobody manages to process: to {@code target}, after having been
 * received {@code maxReceiveCount} times (1 to 1,000).
 */
record RedrivePolicy(QueueId target, int maxReceiveCount) {

  /**
   * Reads the attribute's JSON. AWS takes {@code maxReceiveCount} as a number or as its digits.
   *
   * @param document the value of the attribute RedrivePolicy
   */
  static RedrivePolicy parse(String document) {
    JsonNode json =
        PolicyDocument.parse(document)
            .orElseThrow(() -> invalid(document, "Amazon SQS can't parse it."));
    JsonNode count = json.path("maxReceiveCount");
    if (!json.hasNonNull("deadLetterTargetArn") || count.isMissingNode() || count.isNull()) {
      throw invalid(
          document,
          "Redrive policy does not contain mandatory attribute: "
              + (count.isMissingNode() || count.isNull()
                  ? "maxReceiveCount"
                  : "deadLetterTargetArn")
              + ".");
    }
    return new RedrivePolicy(target(document, json), count(document, count));
  }

  /** The policy of a queue; empty when it has none. */
  static Optional<RedrivePolicy> of(QueueAttributes attributes) {
    return attributes.text(QueueAttribute.REDRIVE_POLICY).map(RedrivePolicy::parse);
  }

  private static QueueId target(String document, JsonNode json) {
    return QueueId.ofArn(json.path("deadLetterTargetArn").asText())
        .orElseThrow(() -> invalid(document, "Invalid value for deadLetterTargetArn."));
  }

  private static int count(String document, JsonNode count) {
    int value = count.isInt() || count.isTextual() ? count.asInt(0) : 0;
    if (value < 1 || value > SqsLimits.MAX_RECEIVE_COUNT) {
      throw invalid(
          document,
          "Invalid value for maxReceiveCount: "
              + count.asText()
              + ", valid values are from 1 to 1000 both inclusive.");
    }
    return value;
  }

  static AwsFault invalid(String document, String reason) {
    return SqsFaults.invalidParameter(QueueAttribute.REDRIVE_POLICY.title(), document, reason);
  }
}
