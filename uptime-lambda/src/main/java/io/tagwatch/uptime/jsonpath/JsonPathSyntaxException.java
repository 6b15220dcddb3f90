package io.tagwatch.uptime.jsonpath;

/** A text is no JSONPath. The message says what is wrong and where, for the person who wrote it. */
public final class JsonPathSyntaxException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  JsonPathSyntaxException(String message, int offset) {
    super(message + " at character " + (offset + 1) + " of the path");
  }
}
