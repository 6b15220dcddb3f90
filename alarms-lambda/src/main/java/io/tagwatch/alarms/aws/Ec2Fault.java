package io.tagwatch.alarms.aws;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** EC2's error documents as the exception that an SDK client would throw. */
final class Ec2Fault {
  private static final String ERROR = "Response/Errors/Error/";

  private Ec2Fault() {}

  static AwsServiceException of(int status, byte[] body) {
    String code = text(body, "Code");
    String message = text(body, "Message");
    return AwsServiceException.builder()
        .message(message)
        .statusCode(status)
        .awsErrorDetails(
            AwsErrorDetails.builder()
                .errorCode(code.isEmpty() ? "HTTP " + status : code)
                .errorMessage(message.isEmpty() ? "no explanation" : message)
                .serviceName("ec2")
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
            if (path.equals(ERROR + name)) {
              found[0] = text;
            }
          });
    } catch (XmlTexts.Malformed e) {
      return "";
    }
    return found[0];
  }
}
