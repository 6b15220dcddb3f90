package io.tagwatch.signed;

import java.time.Instant;
import java.util.Optional;

/**
 * What a call is signed with.
 *
 * @param sessionToken of temporary credentials
 * @param expires when they end; empty when that is not known
 */
public record Credentials(
    String accessKeyId,
    String secretAccessKey,
    Optional<String> sessionToken,
    Optional<Instant> expires) {

  @Override
  public String toString() {
    return "(credentials)";
  }
}
