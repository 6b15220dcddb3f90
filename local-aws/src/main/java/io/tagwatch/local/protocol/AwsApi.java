package io.tagwatch.local.protocol;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * The services that the embedded cloud knows, with the names that each protocol uses to address
 * them. Source: the service models that the AWS SDKs are generated from.
 */
public enum AwsApi {
  CLOUDWATCH(
      "GraniteServiceVersion20100801",
      "2010-08-01",
      "http://monitoring.amazonaws.com/doc/2010-08-01/",
      "com.amazonaws.cloudwatch",
      Map.of(
          "InvalidParameterValue", "InvalidParameterValueException",
          "MissingParameter", "MissingRequiredParameterException",
          "InvalidParameterCombination", "InvalidParameterCombinationException",
          "LimitExceeded", "LimitExceededFault",
          "InvalidFormat", "InvalidFormatFault",
          "InternalServiceError", "InternalServiceFault")),
  DYNAMODB("DynamoDB_20120810", "2012-08-10", null, "com.amazonaws.dynamodb.v20120810", Map.of()),
  EC2(null, "2016-11-15", "http://ec2.amazonaws.com/doc/2016-11-15/", null, Map.of()),
  SNS(null, "2010-03-31", "http://sns.amazonaws.com/doc/2010-03-31/", null, Map.of()),
  SQS(
      "AmazonSQS",
      "2012-11-05",
      null,
      "com.amazonaws.sqs",
      Map.ofEntries(
          Map.entry("AWS.SimpleQueueService.NonExistentQueue", "QueueDoesNotExist"),
          Map.entry("QueueAlreadyExists", "QueueNameExists"),
          Map.entry("AWS.SimpleQueueService.BatchEntryIdsNotDistinct", "BatchEntryIdsNotDistinct"),
          Map.entry("AWS.SimpleQueueService.BatchRequestTooLong", "BatchRequestTooLong"),
          Map.entry("AWS.SimpleQueueService.EmptyBatchRequest", "EmptyBatchRequest"),
          Map.entry("AWS.SimpleQueueService.InvalidBatchEntryId", "InvalidBatchEntryId"),
          Map.entry("AWS.SimpleQueueService.MessageNotInflight", "MessageNotInflight"),
          Map.entry("AWS.SimpleQueueService.PurgeQueueInProgress", "PurgeQueueInProgress"),
          Map.entry("AWS.SimpleQueueService.QueueDeletedRecently", "QueueDeletedRecently"),
          Map.entry(
              "AWS.SimpleQueueService.TooManyEntriesInBatchRequest",
              "TooManyEntriesInBatchRequest"),
          Map.entry("AWS.SimpleQueueService.UnsupportedOperation", "UnsupportedOperation")));

  /**
   * PutMetricData reference: "limited to 1 MB in size for HTTP POST requests"; gzip counts as sent.
   */
  private static final int CLOUDWATCH_BODY_BYTES = 1_048_576;

  private final String target;
  private final String version;
  private final String xmlNamespace;
  private final String shapeNamespace;
  private final Map<String, String> shapesByCode;

  AwsApi(
      String target,
      String version,
      String xmlNamespace,
      String shapeNamespace,
      Map<String, String> shapesByCode) {
    this.target = target;
    this.version = version;
    this.xmlNamespace = xmlNamespace;
    this.shapeNamespace = shapeNamespace;
    this.shapesByCode = shapesByCode;
  }

  /** The service behind an {@code X-Amz-Target} or an RPC path, such as {@code AmazonSQS}. */
  static Optional<AwsApi> byTarget(String target) {
    return Arrays.stream(values()).filter(api -> target.equals(api.target)).findFirst();
  }

  /** The service that speaks a Query protocol in this {@code Version}. */
  static Optional<AwsApi> byVersion(String version) {
    return Arrays.stream(values())
        .filter(api -> api.xmlNamespace != null && api.version.equals(version))
        .findFirst();
  }

  /** How many bytes of body one request may send. */
  int maxBodyBytes() {
    return this == CLOUDWATCH ? CLOUDWATCH_BODY_BYTES : Integer.MAX_VALUE;
  }

  String version() {
    return version;
  }

  String xmlNamespace() {
    return xmlNamespace;
  }

  /**
   * The full name of the error's shape, as JSON and CBOR carry it in {@code __type}. A fault may be
   * raised by its Query code or by its shape's name.
   */
  String errorType(AwsFault fault) {
    return shapeNamespace + "#" + shapesByCode.getOrDefault(fault.code(), fault.code());
  }

  /** The code that Query would have shown, as {@code x-amzn-query-error} carries it. */
  public String queryCode(AwsFault fault) {
    return shapesByCode.entrySet().stream()
        .filter(pair -> pair.getValue().equals(fault.code()))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(fault.code());
  }
}
