package io.tagwatch.common.secret;

/** Reads secrets from where they are kept. */
public interface SecretSource {

  /**
   * Reads one secret, afresh.
   *
   * @throws SecretUnavailableException when it cannot be had now
   */
  Secret read(SecretReference reference);
}
