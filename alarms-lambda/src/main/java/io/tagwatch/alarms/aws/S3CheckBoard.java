package io.tagwatch.alarms.aws;

import io.tagwatch.alarms.fleet.Failure;
import io.tagwatch.alarms.sync.CheckBoard;
import io.tagwatch.common.check.DiscoveredCheck;
import io.tagwatch.common.check.DiscoveredChecks;
import io.tagwatch.objects.ObjectStore;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The list in the deployment's bucket. It is read once in the life of this object, and written when
 * it changes. Not thread-safe.
 */
public final class S3CheckBoard implements CheckBoard {
  private final ObjectStore store;
  private Optional<String> known = Optional.empty();

  public S3CheckBoard(ObjectStore store) {
    this.store = store;
  }

  @Override
  public boolean exists() {
    return true;
  }

  @Override
  public boolean concerns(Set<String> serverIds) {
    load();
    String list = known.orElse("");
    return serverIds.stream()
        .anyMatch(id -> list.contains("." + id + "\"") || list.contains("." + id + ":"));
  }

  @Override
  public Optional<Failure> keep(List<DiscoveredCheck> checks) {
    Optional<Failure> unread = load();
    String list = DiscoveredChecks.print(checks);
    if (unread.isPresent()) {
      return unread;
    }
    if (known.filter(list::equals).isPresent() || known.isEmpty() && checks.isEmpty()) {
      return Optional.empty();
    }
    if (store.write(DiscoveredChecks.KEY, list) instanceof ObjectStore.Write.Failed failed) {
      known = Optional.empty();
      return Optional.of(failure("PutObject", failed.problem()));
    }
    known = Optional.of(list);
    return Optional.empty();
  }

  private Optional<Failure> load() {
    if (known.isPresent()) {
      return Optional.empty();
    }
    return switch (store.read(DiscoveredChecks.KEY, Optional.empty())) {
      case ObjectStore.Read.Found found -> {
        known = Optional.of(found.json());
        yield Optional.empty();
      }
      case ObjectStore.Read.Missing missing -> Optional.empty();
      case ObjectStore.Read.Unchanged unchanged -> Optional.empty();
      case ObjectStore.Read.Failed failed -> Optional.of(failure("GetObject", failed.problem()));
    };
  }

  private static Failure failure(String operation, String problem) {
    return new Failure(operation, DiscoveredChecks.KEY + " " + problem);
  }
}
