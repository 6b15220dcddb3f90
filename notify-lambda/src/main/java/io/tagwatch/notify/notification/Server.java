package io.tagwatch.notify.notification;

import java.util.Map;
import java.util.Optional;

/**
 * The EC2 server that a notification is about.
 *
 * @param id such as {@code i-0abc}
 * @param tags all that it has; empty while nobody has seen them, which is something else than none
 */
public record Server(String id, Optional<Map<String, String>> tags) {

  public Server {
    tags = tags.isPresent() ? Optional.of(Map.copyOf(tags.get())) : tags;
  }

  /** Of whose tags nothing is known. */
  public static Server unseen(String id) {
    return new Server(id, Optional.empty());
  }
}
