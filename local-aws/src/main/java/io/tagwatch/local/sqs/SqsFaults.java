package io.tagwatch.local.sqs;

import io.tagwatch.local.protocol.AwsFault;

/** The refusals of SQS, by the names and in the sentences of the service. */
final class SqsFaults {
  private static final int FORBIDDEN = 403;
  private static final int UNAVAILABLE = 503;

  private SqsFaults() {}

  static AwsFault noSuchQueue() {
    return AwsFault.badRequest("QueueDoesNotExist", "The specified queue does not exist.");
  }

  static AwsFault invalidAddress(String url) {
    return AwsFault.badRequest(
        "InvalidAddress", "The address " + url + " is not valid for this endpoint.");
  }

  static AwsFault differentQueue(String attribute) {
    return AwsFault.badRequest(
        "QueueNameExists",
        "A queue already exists with the same name and a different value for attribute "
            + attribute);
  }

  static AwsFault unknownAttribute(String name) {
    return AwsFault.badRequest("InvalidAttributeName", "Unknown Attribute " + name + ".");
  }

  static AwsFault invalidAttribute(String name) {
    return AwsFault.badRequest(
        "InvalidAttributeValue", "Invalid value for the parameter " + name + ".");
  }

  static AwsFault invalidAttribute(String name, String reason) {
    return AwsFault.badRequest(
        "InvalidAttributeValue", "Invalid value for the parameter " + name + ". Reason: " + reason);
  }

  static AwsFault invalidParameter(String sentence) {
    return AwsFault.badRequest("InvalidParameterValue", sentence);
  }

  static AwsFault invalidParameter(String name, Object value, String reason) {
    return invalidParameter(
        "Value " + value + " for parameter " + name + " is invalid. Reason: " + reason);
  }

  static AwsFault missing(String name) {
    return AwsFault.badRequest(
        "MissingParameter", "The request must contain the parameter " + name + ".");
  }

  static AwsFault invalidContents(int character) {
    return AwsFault.badRequest(
        "InvalidMessageContents",
        ("Invalid binary character '#x%X' was found in the message body, the set of allowed "
                + "characters is #x9 | #xA | #xD | [#x20-#xD7FF] | [#xE000-#xFFFD] | [#x10000-#x10FFFF]")
            .formatted(character));
  }

  static AwsFault receiptHandleInvalid(String handle) {
    return AwsFault.badRequest(
        "ReceiptHandleIsInvalid",
        "The input receipt handle \"" + handle + "\" is not a valid receipt handle.");
  }

  static AwsFault receiptHandleExpired(String handle) {
    return invalidParameter("ReceiptHandle", handle, "The receipt handle has expired.");
  }

  static AwsFault notInFlight(String handle) {
    return invalidParameter(
        "ReceiptHandle",
        handle,
        "Message does not exist or is not available for visibility timeout change.");
  }

  static AwsFault emptyBatch(String entry) {
    return AwsFault.badRequest(
        "EmptyBatchRequest", "There should be at least one " + entry + " in the request.");
  }

  static AwsFault tooManyEntries(int sent) {
    return AwsFault.badRequest(
        "TooManyEntriesInBatchRequest",
        "Maximum number of entries per request are "
            + SqsLimits.ENTRIES_PER_BATCH
            + ". You have sent "
            + sent
            + ".");
  }

  static AwsFault repeatedBatchId(String id) {
    return AwsFault.badRequest("BatchEntryIdsNotDistinct", "Id " + id + " repeated.");
  }

  static AwsFault invalidBatchId() {
    return AwsFault.badRequest(
        "InvalidBatchEntryId",
        "A batch entry id can only contain alphanumeric characters, hyphens and underscores. "
            + "It can be at most 80 letters long.");
  }

  static AwsFault batchTooLong(long bytes) {
    return AwsFault.badRequest(
        "BatchRequestTooLong",
        "Batch requests cannot be longer than "
            + SqsLimits.BATCH_BYTES
            + " bytes. You have sent "
            + bytes
            + " bytes.");
  }

  static AwsFault tooManyInFlight(int limit) {
    return new AwsFault(
        "OverLimit",
        FORBIDDEN,
        "Too many messages in flight: the queue holds its maximum of " + limit + ".");
  }

  static AwsFault notModelled(String what) {
    return AwsFault.badRequest(
        "UnsupportedOperation", what + " is not modelled by the embedded cloud.");
  }

  static AwsFault interrupted() {
    return new AwsFault("ServiceUnavailable", UNAVAILABLE, "The embedded cloud is stopping.");
  }
}
