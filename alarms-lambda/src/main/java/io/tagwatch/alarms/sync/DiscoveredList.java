package io.tagwatch.alarms.sync;

import io.tagwatch.alarms.desired.Finding;
import io.tagwatch.alarms.desired.TaggedChecks;
import io.tagwatch.alarms.fleet.Failure;
import io.tagwatch.alarms.fleet.Server;
import io.tagwatch.common.check.DiscoveredCheck;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Keeps the list of checks that tags ask for in step with their alarms. It is about all servers, so
 * that a run for a few becomes a run for all where the list is concerned.
 */
final class DiscoveredList {
  private final CheckBoard board;

  DiscoveredList(CheckBoard board) {
    this.board = board;
  }

  /** Whether the events themselves show that the list may change. */
  boolean concerns(SyncRequest request) {
    return board.exists()
        && request.scope() instanceof Scope.Servers some
        && (request.changedTags().values().stream()
                .flatMap(Set::stream)
                .anyMatch(TaggedChecks::isAbout)
            || board.concerns(some.ids()));
  }

  /** Whether a server of a run for a few asks for checks that the list may not have yet. */
  boolean isTouched(SyncRequest request, Survey survey) {
    return board.exists()
        && request.scope() instanceof Scope.Servers
        && survey instanceof Survey.Read read
        && !read.checks().checks().isEmpty();
  }

  /**
   * Keeps the list before alarms are written: a check may do without alarms for a moment, an alarm
   * without its check would fire. While deletions are held, or when EC2 lists no server at all and
   * no event says why, the list stays too.
   *
   * @return what to write: without the alarms of these checks when the list could not be kept
   */
  List<Change> keep(Survey.Read read, boolean allowDeletes, Consumer<Failure> errors) {
    List<Change> changes = read.plan().changes();
    boolean doubtful = !read.plan().held().isEmpty() || read.doubtful() && !allowDeletes;
    if (!board.exists() || read.scope() instanceof Scope.Servers || doubtful) {
      return changes;
    }
    Optional<Failure> failure = board.keep(read.checks().list());
    failure.ifPresent(errors);
    return failure.isEmpty()
        ? changes
        : changes.stream()
            .filter(change -> DiscoveredCheck.serverOf(change.identity().subject()).isEmpty())
            .toList();
  }

  /** What tags ask for where nobody would probe it. */
  static List<Finding> homeless(List<Server> servers) {
    return servers.stream()
        .filter(server -> server.tags().keySet().stream().anyMatch(TaggedChecks::isAbout))
        .map(
            server ->
                new Finding(
                    server.id(),
                    "check",
                    "its checks are not probed: the function has no TAGWATCH_STATE_BUCKET, or the"
                        + " server is elsewhere"))
        .toList();
  }
}
