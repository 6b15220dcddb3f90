package io.tagwatch.secrets;

import io.tagwatch.signed.AwsRefusal;

/** What an error answer means for whoever asked for a secret. */
final class Refusals {
  private Refusals() {}

  /**
   * The sentence for an error answer. Its own text is left out: only the code is known to be safe.
   */
  static AwsRefusal of(AwsCall call, int status, String code) {
    String said = call.title() + " answered " + (code.isEmpty() ? "status " + status : code);
    return new AwsRefusal(
        switch (code) {
          case "AccessDeniedException", "AccessDenied" ->
              "cannot be read: "
                  + said
                  + "; the function's role needs "
                  + call.permission()
                  + ", and kms:Decrypt on the key that encrypts it";
          case "ParameterNotFound", "ResourceNotFoundException" ->
              "does not exist in " + call.region() + ": " + said;
          case "UnrecognizedClientException", "InvalidClientTokenId", "ExpiredTokenException" ->
              "cannot be read: " + said + "; the credentials are not valid";
          case "InvalidKeyId", "KMSAccessDeniedException", "DecryptionFailure" ->
              "cannot be decrypted: " + said + "; the function's role needs kms:Decrypt on its key";
          default -> "cannot be read: " + said;
        });
  }
}
