package io.tagwatch.notify.http;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * What is sent. Printing it shows nothing: URL, headers and body may hold secrets.
 *
 * @param method {@code POST}, {@code PUT}, {@code PATCH} or {@code GET}
 * @param headers besides the content type
 * @param body JSON; empty with {@code GET} and beside {@code content}
 * @param content what is sent in place of JSON
 */
public record HttpCall(
    String method,
    URI uri,
    Map<String, String> headers,
    String body,
    Optional<HttpContent> content) {

  /** With JSON. */
  public HttpCall(String method, URI uri, Map<String, String> headers, String body) {
    this(method, uri, headers, body, Optional.empty());
  }

  /** With something else. */
  public HttpCall(String method, URI uri, Map<String, String> headers, HttpContent content) {
    this(method, uri, headers, "", Optional.of(content));
  }

  public static HttpCall post(URI uri, String body) {
    return new HttpCall("POST", uri, Map.of(), body);
  }

  public static HttpCall post(URI uri, Map<String, String> headers, String body) {
    return new HttpCall("POST", uri, headers, body);
  }

  public static HttpCall get(URI uri, Map<String, String> headers) {
    return new HttpCall("GET", uri, headers, "");
  }

  @Override
  public String toString() {
    return "(" + method + " call)";
  }
}
