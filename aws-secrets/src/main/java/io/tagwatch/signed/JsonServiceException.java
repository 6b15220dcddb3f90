package io.tagwatch.signed;

/** A service did not do what it was asked for. The message holds no text of the service. */
public final class JsonServiceException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;

  JsonServiceException(String message, String code) {
    super(message);
    this.code = code;
  }

  /** The service's error code, such as {@code AccessDeniedException}; empty without one. */
  public String code() {
    return code;
  }
}
