package io.tagwatch.local.sns;

import io.tagwatch.local.protocol.AwsFault;

/** The refusals of SNS, by the names and in the sentences of the service. */
final class SnsFaults {
  private static final int NOT_FOUND = 404;
  private static final int FORBIDDEN = 403;

  private SnsFaults() {}

  static AwsFault invalid(String what) {
    return AwsFault.badRequest("InvalidParameter", "Invalid parameter: " + what);
  }

  static AwsFault invalid(String parameter, String reason) {
    return invalid(parameter + " Reason: " + reason);
  }

  static AwsFault notModelled(String parameter, String what) {
    return invalid(parameter, what + " is not modelled by the embedded cloud");
  }

  static AwsFault noSuchTopic() {
    return new AwsFault("NotFound", NOT_FOUND, "Topic does not exist");
  }

  static AwsFault noSuchSubscription() {
    return new AwsFault("NotFound", NOT_FOUND, "Subscription does not exist");
  }

  static AwsFault noSuchResource() {
    return new AwsFault("ResourceNotFound", NOT_FOUND, "Resource does not exist");
  }

  static AwsFault tooManyFilterPolicies() {
    return new AwsFault(
        "FilterPolicyLimitExceeded",
        FORBIDDEN,
        "The topic has its maximum of "
            + SnsLimits.FILTER_POLICIES_PER_TOPIC
            + " filter policies.");
  }

  static AwsFault tooManyTags() {
    return AwsFault.badRequest(
        "TagLimitExceeded", "Could not complete request: tag quota of per resource exceeded");
  }

  /** What is wrong with a message attribute. */
  static AwsFault attribute(String sentence) {
    return AwsFault.badRequest("ParameterValueInvalid", sentence);
  }
}
