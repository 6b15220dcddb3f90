package io.tagwatch.notify.enrich;

import io.tagwatch.common.Environment;
import io.tagwatch.common.config.ConfigException;
import io.tagwatch.common.log.JsonLog;
import io.tagwatch.common.outcome.Outcome;
import io.tagwatch.common.outcome.OutcomeShard;
import io.tagwatch.common.outcome.Outcomes;
import io.tagwatch.notify.notification.Notification;
import io.tagwatch.objects.ObjectStore;
import io.tagwatch.objects.S3ObjectStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Why a check is down, from what uptime-lambda left in the deployment's bucket. Each object is
 * asked for once a batch, and sent again only when it changed. When it cannot be had, messages go
 * out as they are. Thread-safe.
 */
public final class OutcomeEnrichment implements Enrichment {
  /** Below this, every second belongs to delivery. */
  private static final Duration LEFT_FOR_DELIVERY = Duration.ofSeconds(10);

  private static final int MOST_SHARDS = 9_999;

  private final ObjectStore store;
  private final int shards;
  private final JsonLog log;
  private final Map<String, Seen> seen = new HashMap<>();

  private record Seen(String etag, Map<String, Outcome> checks) {}

  /**
   * @param shards into how many parts the checks are split
   */
  OutcomeEnrichment(ObjectStore store, int shards, JsonLog log) {
    this.store = store;
    this.shards = shards;
    this.log = log;
  }

  /**
   * {@code TAGWATCH_STATE_BUCKET} and {@code TAGWATCH_SHARDS} (default 1) say where to look;
   * without the first there is nothing to add.
   *
   * @throws ConfigException when one of them cannot be what it should
   */
  public static Enrichment of(Environment environment, JsonLog log) {
    int shards = shards(environment.value("TAGWATCH_SHARDS").orElse("1").strip());
    Optional<ObjectStore> store = S3ObjectStore.of(environment);
    return store.isPresent() ? new OutcomeEnrichment(store.get(), shards, log) : Enrichment.none();
  }

  private static int shards(String text) {
    int shards = text.matches("\\d{1,4}") ? Integer.parseInt(text) : 0;
    if (shards < 1) {
      throw ConfigException.of(
          "environment",
          "TAGWATCH_SHARDS \"" + text + "\" must be a number from 1 to " + MOST_SHARDS);
    }
    return shards;
  }

  @Override
  public List<Notification> enrich(List<Notification> told, Duration left) {
    Batch batch = new Batch();
    List<Notification> enriched = new ArrayList<>();
    for (Notification one : told) {
      boolean asks = one.downCheck().isPresent() && left.compareTo(LEFT_FOR_DELIVERY) >= 0;
      enriched.add(asks ? batch.explained(one) : one);
    }
    return enriched;
  }

  /** What was asked for in one batch; after a failure nothing more is. */
  private final class Batch {
    private final Map<String, Map<String, Outcome>> asked = new HashMap<>();
    private boolean failed;

    Notification explained(Notification one) {
      String check = one.downCheck().orElseThrow();
      String key = OutcomeShard.of(check, shards).key();
      if (!asked.containsKey(key) && !failed) {
        Optional<Map<String, Outcome>> found = read(key);
        failed = found.isEmpty();
        asked.put(key, found.orElse(Map.of()));
      }
      Outcome outcome = asked.getOrDefault(key, Map.of()).get(check);
      return outcome == null ? one : OutcomeWords.explain(one, outcome);
    }
  }

  private synchronized Optional<Map<String, Outcome>> read(String key) {
    Optional<Seen> known = Optional.ofNullable(seen.get(key));
    ObjectStore.Read read = store.read(key, known.map(Seen::etag));
    if (read instanceof ObjectStore.Read.Found found) {
      Optional<Outcomes> outcomes = Outcomes.parse(found.json());
      if (outcomes.isEmpty()) {
        log.warn("outcomes_not_understood", "key", key);
        return Optional.empty();
      }
      seen.put(key, new Seen(found.etag(), outcomes.get().checks()));
      return Optional.of(outcomes.get().checks());
    }
    if (read instanceof ObjectStore.Read.Unchanged) {
      return known.map(Seen::checks);
    }
    if (read instanceof ObjectStore.Read.Failed failed) {
      log.warn("outcomes_not_read", "key", key, "problem", failed.problem());
      return Optional.empty();
    }
    return Optional.of(Map.of());
  }
}
