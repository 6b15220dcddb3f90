package io.tagwatch.notify.config;

import io.tagwatch.common.config.Glob;
import io.tagwatch.notify.notification.Notification;
import io.tagwatch.notify.notification.Server;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Of which servers a channel wants to hear, by their tags. Keys and values are case-sensitive, as
 * EC2 has them.
 *
 * @param wanted globs by tag; the server must have every one of these tags, with a value that one
 *     of the globs matches. Empty for no filter.
 */
public record TagFilter(Map<String, List<Glob>> wanted) {
  static final TagFilter NONE = new TagFilter(Map.of());

  public TagFilter {
    Map<String, List<Glob>> copy = new HashMap<>();
    wanted.forEach((tag, globs) -> copy.put(tag, List.copyOf(globs)));
    wanted = Map.copyOf(copy);
  }

  public boolean isEmpty() {
    return wanted.isEmpty();
  }

  /**
   * A message that is about no server is nobody's. One about a server whose tags nobody could see
   * is everybody's: the way of a message must not depend on whether EC2 answered.
   */
  boolean takes(Notification notification) {
    if (isEmpty()) {
      return true;
    }
    Optional<Server> server = notification.server();
    return server.isPresent() && (server.get().tags().isEmpty() || fits(server.get().tags().get()));
  }

  private boolean fits(Map<String, String> tags) {
    for (Map.Entry<String, List<Glob>> tag : wanted.entrySet()) {
      String value = tags.get(tag.getKey());
      if (value == null || tag.getValue().stream().noneMatch(glob -> glob.matches(value))) {
        return false;
      }
    }
    return true;
  }
}
