package io.tagwatch.common.secret;

/** A secret cannot be had now; a later try may succeed. The message names the reference only. */
public final class SecretUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public SecretUnavailableException(SecretReference reference, String why) {
    super(reference + " " + why);
  }
}
