package io.tagwatch.alarms.sync;

import io.tagwatch.alarms.fleet.Failure;
import io.tagwatch.alarms.fleet.Server;
import io.tagwatch.alarms.rule.AlarmsConfig;
import io.tagwatch.alarms.tag.Notices;
import io.tagwatch.alarms.tag.RejectedTag;
import io.tagwatch.alarms.tag.TagNotice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Tells of a rejected tag once for each change of it, not once for each run: only of keys that a
 * tag-change event names. Events come twice and are tried again, so what was told last is kept for
 * the life of this object; a tag that is right again is forgotten. Use one for a process, from one
 * thread at a time.
 */
public final class TagAnnouncer {
  private static final Duration RESERVE = Duration.ofSeconds(2);

  /** Beyond this, everything is forgotten: a notice told twice is better than a full memory. */
  private static final int MOST_KEPT = 10_000;

  /** A tag of a server. */
  private record TagKey(String serverId, String key) {}

  private final Notices notices;
  private final Map<TagKey, RejectedTag> told = new HashMap<>();

  public TagAnnouncer(Notices notices) {
    this.notices = notices;
  }

  /**
   * Tells of the rejected ones among the tags that changed; stops at the first refusal.
   *
   * @param changed keys by server, as events named them
   */
  List<Failure> announce(
      Map<String, Set<String>> changed,
      List<Server> servers,
      List<RejectedTag> rejected,
      AlarmsConfig config,
      TimeLeft time) {
    forgetThoseThatAreRight(changed, rejected);
    Map<String, Server> byId =
        servers.stream().collect(Collectors.toMap(Server::id, Function.identity(), (a, b) -> a));
    List<Failure> failures = new ArrayList<>();
    for (RejectedTag tag : rejected) {
      boolean news =
          changed.getOrDefault(tag.subject(), Set.of()).contains(tag.key())
              && !tag.equals(told.get(keyOf(tag)));
      if (news && failures.isEmpty() && time.left().compareTo(RESERVE) > 0) {
        Optional<Failure> failure =
            notices.publish(TagNotice.of(tag, byId.get(tag.subject()), config));
        failure.ifPresentOrElse(failures::add, () -> told.put(keyOf(tag), tag));
      }
    }
    return failures;
  }

  private void forgetThoseThatAreRight(
      Map<String, Set<String>> changed, List<RejectedTag> rejected) {
    if (told.size() > MOST_KEPT) {
      told.clear();
    }
    Set<TagKey> wrong = rejected.stream().map(TagAnnouncer::keyOf).collect(Collectors.toSet());
    changed.forEach(
        (server, keys) ->
            keys.stream()
                .map(key -> new TagKey(server, key))
                .filter(key -> !wrong.contains(key))
                .forEach(told::remove));
  }

  private static TagKey keyOf(RejectedTag tag) {
    return new TagKey(tag.subject(), tag.key());
  }
}
