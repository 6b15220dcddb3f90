package io.tagwatch.notify.http;

import java.util.Optional;

/**
 * What came back.
 *
 * @param retryAfter the header {@code Retry-After} as sent
 * @param body at most 64 KiB of it, as UTF-8
 */
public record HttpReply(int status, Optional<String> retryAfter, String body) {

  public static HttpReply of(int status, String body) {
    return new HttpReply(status, Optional.empty(), body);
  }
}
