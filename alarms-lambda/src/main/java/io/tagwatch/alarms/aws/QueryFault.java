package io.tagwatch.alarms.aws;

import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * Error documents of the Query protocol as the exception that an SDK client would throw. EC2 wraps
 * them in {@code Response/Errors}, everybody else in {@code ErrorResponse}.
 */
final class QueryFault {
  private static final Set<String> ERRORS =
      Set.of("Response/Errors/Error/", "ErrorResponse/Error/");

  private QueryFault() {}

  static AwsServiceException of(String service, int status, byte[] body) {
    String code = text(body, "Code");
    String message = text(body, "Message");
    return AwsServiceException.builder()
        .message(message)
        .statusCode(status)
        .awsErrorDetails(
            AwsErrorDetails.builder()
                .errorCode(code.isEmpty() ? "HTTP " + status : code)
                .errorMessage(message.isEmpty() ? "no explanation" : message)
                .serviceName(service)
                .build())
        .build();
  }

  /** The code of an error document; empty when it has none. */
  static String code(byte[] body) {
    return text(body, "Code");
  }

  private static String text(byte[] body, String name) {
    String[] found = {""};
    try {
      XmlTexts.read(
          body,
          (path, text) -> {
            if (ERRORS.stream().anyMatch(error -> path.equals(error + name))) {
              found[0] = text;
            }
          });
    } catch (XmlTexts.Malformed e) {
      return "";
    }
    return found[0];
  }
}
