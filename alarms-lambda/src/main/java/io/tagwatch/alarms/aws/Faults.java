package io.tagwatch.alarms.aws;

import io.tagwatch.alarms.fleet.Failure;
import io.tagwatch.alarms.sync.WriteOutcome;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** The SDK's exceptions as sentences for the operator. */
final class Faults {
  private static final Set<String> DENIED =
      Set.of("AccessDenied", "AccessDeniedException", "UnauthorizedOperation");
  private static final Set<String> THROTTLED =
      Set.of("Throttling", "ThrottlingException", "RequestLimitExceeded", "TooManyRequests");
  private static final Set<String> FULL = Set.of("LimitExceeded", "LimitExceededException");
  private static final int SERVER_ERROR = 500;

  private Faults() {}

  static Failure failure(String service, String operation, SdkException e) {
    return new Failure(operation, sentence(service, operation, e));
  }

  static WriteOutcome outcome(String operation, SdkException e) {
    String sentence = sentence("cloudwatch", operation, e);
    if (!(e instanceof AwsServiceException fault)) {
      return new WriteOutcome.Unreachable(sentence);
    }
    if (fault.isThrottlingException() || isThrottling(code(fault))) {
      return new WriteOutcome.Throttled(sentence);
    }
    if (DENIED.contains(code(fault)) || FULL.contains(code(fault))) {
      return new WriteOutcome.Denied(sentence);
    }
    return fault.statusCode() >= SERVER_ERROR
        ? new WriteOutcome.Unreachable(sentence)
        : new WriteOutcome.Refused(sentence);
  }

  static boolean isThrottling(String code) {
    return THROTTLED.contains(code);
  }

  private static String sentence(String service, String operation, SdkException e) {
    if (!(e instanceof AwsServiceException fault)) {
      return "no answer: " + e.getMessage();
    }
    if (DENIED.contains(code(fault))) {
      return "not allowed; add the permission "
          + service
          + ":"
          + operation
          + " to the function's role ("
          + code(fault)
          + ")";
    }
    AwsErrorDetails details = fault.awsErrorDetails();
    String message = details == null ? fault.getMessage() : details.errorMessage();
    return code(fault) + ": " + message;
  }

  private static String code(AwsServiceException fault) {
    AwsErrorDetails details = fault.awsErrorDetails();
    String code = details == null ? null : details.errorCode();
    return code == null ? "HTTP " + fault.statusCode() : code;
  }
}
