package io.tagwatch.local.ec2;

import io.tagwatch.local.protocol.AwsFault;
import java.util.List;

/** The refusals of EC2. See "Error codes for the Amazon EC2 API". */
final class Ec2Faults {
  private static final int PRECONDITION_FAILED = 412;

  private Ec2Faults() {}

  static AwsFault missing(String parameter) {
    return AwsFault.badRequest(
        "MissingParameter", "The request must contain the parameter " + parameter);
  }

  static AwsFault invalid(String sentence) {
    return AwsFault.badRequest("InvalidParameterValue", sentence);
  }

  static AwsFault invalid(String parameter, Object value, String reason) {
    return invalid("Value ( " + value + " ) for parameter " + parameter + " is invalid. " + reason);
  }

  static AwsFault combination(String one, String other) {
    return AwsFault.badRequest(
        "InvalidParameterCombination",
        "The parameter " + one + " cannot be used with the parameter " + other);
  }

  static AwsFault malformedInstance(String id) {
    return AwsFault.badRequest("InvalidInstanceID.Malformed", "Invalid id: \"" + id + "\"");
  }

  static AwsFault noSuchInstances(List<String> ids) {
    return AwsFault.badRequest(
        "InvalidInstanceID.NotFound",
        ids.size() == 1
            ? "The instance ID '" + ids.getFirst() + "' does not exist"
            : "The instance IDs '" + String.join(", ", ids) + "' do not exist");
  }

  static AwsFault malformedImage(String id) {
    return AwsFault.badRequest(
        "InvalidAMIID.Malformed", "Invalid id: \"" + id + "\" (expecting \"ami-...\")");
  }

  static AwsFault wrongState(String sentence) {
    return AwsFault.badRequest("IncorrectInstanceState", sentence);
  }

  static AwsFault notAnInstance(String id) {
    return AwsFault.badRequest(
        "InvalidID", "The ID '" + id + "' is not valid: the embedded cloud knows instances only");
  }

  static AwsFault tooManyTags() {
    return AwsFault.badRequest(
        "TagLimitExceeded",
        "More than " + Ec2Limits.TAGS_PER_RESOURCE + " tags specified for a resource");
  }

  static AwsFault tooManyFilterValues() {
    return AwsFault.badRequest(
        "FilterLimitExceeded",
        "The maximum number of filter values specified on a single call is "
            + Ec2Limits.FILTER_VALUES);
  }

  static AwsFault tooManyInstances() {
    return AwsFault.badRequest(
        "InstanceLimitExceeded",
        "The embedded cloud launches at most "
            + Ec2Limits.INSTANCES_PER_LAUNCH
            + " instances at once");
  }

  static AwsFault reusedToken() {
    return AwsFault.badRequest(
        "IdempotentParameterMismatch",
        "The provided client token has already been used in another request with other parameters");
  }

  static AwsFault dryRun() {
    return new AwsFault(
        "DryRunOperation",
        PRECONDITION_FAILED,
        "Request would have succeeded, but DryRun flag is set.");
  }
}
