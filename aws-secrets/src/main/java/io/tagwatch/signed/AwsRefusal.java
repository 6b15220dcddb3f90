package io.tagwatch.signed;

/**
 * AWS did not answer a call. The message is the rest of a sentence that starts with the subject.
 */
public final class AwsRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public AwsRefusal(String message) {
    super(message);
  }
}
