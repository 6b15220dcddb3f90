package io.tagwatch.local.protocol;

/**
 * A refusal in the words of the service: code, sentence and HTTP status, as its API reference lists
 * them. Each codec writes it in its own error shape.
 */
public final class AwsFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final int httpStatus;

  /**
   * @param code the error code as the service's API reference spells it, such as {@code
   *     ValidationError}
   * @param httpStatus 4xx for the caller's fault, 5xx for ours
   * @param message the sentence that a client shows to its user
   */
  public AwsFault(String code, int httpStatus, String message) {
    super(message, null, false, false);
    this.code = code;
    this.httpStatus = httpStatus;
  }

  /** The caller's fault, HTTP 400. */
  public static AwsFault badRequest(String code, String message) {
    return new AwsFault(code, 400, message);
  }

  public String code() {
    return code;
  }

  public int httpStatus() {
    return httpStatus;
  }

  public boolean callersFault() {
    return httpStatus < 500;
  }
}
