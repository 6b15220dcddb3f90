package io.tagwatch.alarms.tag;

import io.tagwatch.alarms.fleet.Server;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the tag {@code tagwatch:status} of a server should say. Pure. */
public final class StatusText {
  /** Characters of a tag's value; see "Tag restrictions" in the EC2 user guide. */
  private static final int LONGEST = 256;

  /** The characters that every AWS service takes in a tag; see the same page. */
  private static final String SAFE_SIGNS = " +-=._:/@";

  /**
   * A tag to write.
   *
   * @param text empty when it is to be removed
   */
  public record Change(String serverId, Optional<String> text) {}

  private StatusText() {}

  /** The differences between what the tags say and what they should say. */
  public static List<Change> changes(List<Server> servers, List<RejectedTag> rejected) {
    Map<String, List<RejectedTag>> byServer = new HashMap<>();
    rejected.forEach(
        tag -> byServer.computeIfAbsent(tag.subject(), id -> new ArrayList<>()).add(tag));
    List<Change> changes = new ArrayList<>();
    for (Server server : servers) {
      Optional<String> wanted =
          Optional.ofNullable(byServer.get(server.id())).map(StatusText::text);
      Optional<String> actual = Optional.ofNullable(server.tags().get(ServerTags.STATUS));
      if (!wanted.equals(actual)) {
        changes.add(new Change(server.id(), wanted));
      }
    }
    return changes;
  }

  private static String text(List<RejectedTag> faults) {
    RejectedTag first = faults.getFirst();
    String column = first.column() == 0 ? "" : " column " + first.column();
    String more = faults.size() == 1 ? "" : " - and " + (faults.size() - 1) + " more";
    String text = safe(first.key() + column + ": " + first.problem());
    int room = LONGEST - more.length();
    return (text.length() <= room ? text : text.substring(0, room)).strip() + more;
  }

  private static String safe(String text) {
    StringBuilder safe = new StringBuilder();
    for (char c : text.toCharArray()) {
      boolean plain = c < 128 && Character.isLetterOrDigit(c);
      if (plain || SAFE_SIGNS.indexOf(c) >= 0) {
        safe.append(c);
      } else if (c != '"') {
        safe.append('_');
      }
    }
    return safe.toString();
  }
}
