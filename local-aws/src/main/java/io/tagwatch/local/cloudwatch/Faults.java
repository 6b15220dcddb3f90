package io.tagwatch.local.cloudwatch;

import io.tagwatch.local.protocol.AwsFault;

/** The refusals of CloudWatch, by the codes that its clients know. */
final class Faults {
  private static final int NOT_FOUND = 404;

  private Faults() {}

  static AwsFault validation(String sentence) {
    return AwsFault.badRequest("ValidationError", sentence);
  }

  static AwsFault notModelled(String what) {
    return validation(what + " is not modelled by the embedded cloud.");
  }

  static AwsFault invalidValue(String sentence) {
    return AwsFault.badRequest("InvalidParameterValue", sentence);
  }

  static AwsFault invalidCombination(String sentence) {
    return AwsFault.badRequest("InvalidParameterCombination", sentence);
  }

  static AwsFault missing(String parameter) {
    return AwsFault.badRequest("MissingParameter", "The parameter " + parameter + " is required.");
  }

  static AwsFault invalidToken() {
    return AwsFault.badRequest(
        "InvalidNextToken",
        "The NextToken is not one that this operation gave out for these parameters.");
  }

  static AwsFault invalidFormat(String sentence) {
    return AwsFault.badRequest("InvalidFormat", sentence);
  }

  /** SetAlarmState, for an alarm that does not exist. */
  static AwsFault noSuchAlarm(String name) {
    return new AwsFault("ResourceNotFound", NOT_FOUND, "There is no alarm " + name + ".");
  }

  /** The tag operations, for an ARN that names nothing. */
  static AwsFault noSuchResource(String arn) {
    return new AwsFault(
        "ResourceNotFoundException", NOT_FOUND, "There is no resource " + arn + ".");
  }
}
