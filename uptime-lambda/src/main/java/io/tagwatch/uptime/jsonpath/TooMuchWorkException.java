package io.tagwatch.uptime.jsonpath;

/** A query visited so many values that it was stopped. */
public final class TooMuchWorkException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TooMuchWorkException(int visited) {
    super("the path visits more than " + visited + " values");
  }
}
