package io.tagwatch.signed;

import io.tagwatch.common.Environment;
import java.util.Optional;

/** Finds credentials. */
public interface CredentialSource {

  /**
   * @throws AwsRefusal when there are none
   */
  Credentials find();

  /**
   * Environment variables as Lambda sets them, else the container endpoint as Lambda sets it under
   * SnapStart, where credentials must not be part of the snapshot.
   */
  static CredentialSource of(Environment environment, Wire wire) {
    Optional<String> id = environment.value("AWS_ACCESS_KEY_ID");
    Optional<String> key = environment.value("AWS_SECRET_ACCESS_KEY");
    if (id.isPresent() && key.isPresent()) {
      Credentials credentials =
          new Credentials(
              id.get(), key.get(), environment.value("AWS_SESSION_TOKEN"), Optional.empty());
      return () -> credentials;
    }
    return new ContainerCredentials(environment, wire);
  }
}
