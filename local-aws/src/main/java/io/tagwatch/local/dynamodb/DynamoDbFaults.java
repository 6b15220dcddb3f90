package io.tagwatch.local.dynamodb;

import io.tagwatch.local.protocol.AwsFault;

/** Refusals in DynamoDB's words. See "Error handling with DynamoDB" in the developer guide. */
final class DynamoDbFaults {
  private DynamoDbFaults() {}

  static AwsFault invalid(String message) {
    return AwsFault.badRequest("ValidationException", message);
  }

  static AwsFault notModelled(String what) {
    return invalid("The embedded cloud does not model " + what);
  }

  static AwsFault noTable() {
    return AwsFault.badRequest("ResourceNotFoundException", "Requested resource not found");
  }

  static AwsFault tableExists(String name) {
    return AwsFault.badRequest("ResourceInUseException", "Table already exists: " + name);
  }

  static AwsFault conditionFailed() {
    return AwsFault.badRequest("ConditionalCheckFailedException", "The conditional request failed");
  }
}
