package io.tagwatch.alarms.aws;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * The credentials of a role that the function takes through AssumeRole, kept until shortly before
 * they end. Thread-safe.
 */
final class AssumedRole implements AwsCredentialsProvider {
  /** An hour, the most that a role gives to another role; see "role chaining" in the IAM guide. */
  private static final Duration LIFE = Duration.ofHours(1);

  private static final Duration MARGIN = Duration.ofMinutes(5);
  private static final String CREDENTIALS = "AssumeRoleResponse/AssumeRoleResult/Credentials/";

  private final SignedQuery sts;
  private final String role;
  private final String session;
  private final InstantSource clock;
  private AwsCredentials kept;
  private Instant until = Instant.MIN;

  /**
   * @param session what the other account's log calls the function
   */
  AssumedRole(SignedQuery sts, String role, String session, InstantSource clock) {
    this.sts = sts;
    this.role = role;
    this.session = session;
    this.clock = clock;
  }

  @Override
  public synchronized AwsCredentials resolveCredentials() {
    Instant now = clock.instant();
    if (!now.isBefore(until)) {
      kept = assume();
      until = now.plus(LIFE).minus(MARGIN);
    }
    return kept;
  }

  private AwsCredentials assume() {
    Map<String, String> found = new HashMap<>();
    try {
      byte[] answer =
          sts.call(
              "AssumeRole",
              Map.of(
                  "RoleArn",
                  role,
                  "RoleSessionName",
                  session,
                  "DurationSeconds",
                  String.valueOf(LIFE.toSeconds())));
      XmlTexts.read(
          answer,
          (path, text) -> {
            if (path.startsWith(CREDENTIALS)) {
              found.put(path.substring(CREDENTIALS.length()), text);
            }
          });
      return AwsSessionCredentials.create(
          found.get("AccessKeyId"), found.get("SecretAccessKey"), found.get("SessionToken"));
    } catch (SdkException | XmlTexts.Malformed | NullPointerException e) {
      throw SdkClientException.create(
          "the role "
              + role
              + " could not be taken; the function's role needs sts:AssumeRole on it, and it must"
              + " trust the function's role ("
              + e.getMessage()
              + ")");
    }
  }
}
