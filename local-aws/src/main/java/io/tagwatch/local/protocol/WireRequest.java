package io.tagwatch.local.protocol;

import java.util.Map;
import java.util.Optional;

/**
 * One HTTP request, read whole and no longer compressed.
 *
 * @param method in capitals
 * @param path decoded, without the query
 * @param query raw, without the question mark; empty when there is none
 * @param headers by lower-case name
 * @param body empty when there is none
 * @param sentBytes the body's size on the wire, before it was expanded
 */
public record WireRequest(
    String method,
    String path,
    String query,
    Map<String, String> headers,
    byte[] body,
    int sentBytes) {

  /** A header; empty when it was not sent. */
  public Optional<String> header(String lowerCaseName) {
    return Optional.ofNullable(headers.get(lowerCaseName));
  }
}
