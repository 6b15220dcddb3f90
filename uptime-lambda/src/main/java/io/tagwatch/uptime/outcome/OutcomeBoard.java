package io.tagwatch.uptime.outcome;

import io.tagwatch.common.log.JsonLog;
import io.tagwatch.common.outcome.Outcome;
import io.tagwatch.common.outcome.OutcomeShard;
import io.tagwatch.common.outcome.Outcomes;
import io.tagwatch.objects.ObjectStore;
import io.tagwatch.uptime.check.Check;
import io.tagwatch.uptime.probe.Failure;
import io.tagwatch.uptime.probe.ProbeResult;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Why checks are down, kept by shard. Written only when the checks that are down, or their reasons,
 * are others than at the last writing, which is read once after a cold start. A failure is logged
 * and counted, and the next run tries again; nothing is thrown. Thread-safe.
 */
public final class OutcomeBoard {
  /** What a run must have left for one reading and one writing. */
  public static final Duration NEEDED = Duration.ofSeconds(5);

  /** An alarm's message shows a line of it. */
  private static final int LONGEST_DETAIL = 300;

  private final Optional<ObjectStore> store;
  private final JsonLog log;
  private final Map<String, Map<String, Outcome>> written = new HashMap<>();
  private final AtomicInteger failures = new AtomicInteger();

  /**
   * @param store empty: nothing is kept
   */
  public OutcomeBoard(Optional<ObjectStore> store, JsonLog log) {
    this.store = store;
    this.log = log;
  }

  /**
   * Keeps what a run found. A check without a verdict stays as it was.
   *
   * @param checks all of the shard
   */
  public synchronized void keep(
      OutcomeShard shard, Instant minute, List<Check> checks, List<ProbeResult> verdicts) {
    if (store.isPresent()) {
      keep(store.get(), shard.key(), minute, checks, verdicts);
    }
  }

  /** Readings and writings that failed since the last question. */
  public int takeFailures() {
    return failures.getAndSet(0);
  }

  private void keep(
      ObjectStore objects,
      String key,
      Instant minute,
      List<Check> checks,
      List<ProbeResult> verdicts) {
    Optional<Map<String, Outcome>> before = before(objects, key);
    Map<String, Outcome> now = merged(before.orElse(Map.of()), minute, checks, verdicts);
    if (before.isPresent() && before.get().equals(now)) {
      written.put(key, now);
      return;
    }
    ObjectStore.Write write = objects.write(key, new Outcomes(minute, now).print());
    if (write instanceof ObjectStore.Write.Failed failed) {
      written.remove(key);
      failed("outcomes_not_written", key, failed.problem());
    } else {
      written.put(key, now);
    }
  }

  /** What the object holds; empty when that is not known. */
  private Optional<Map<String, Outcome>> before(ObjectStore objects, String key) {
    Map<String, Outcome> known = written.get(key);
    if (known != null) {
      return Optional.of(known);
    }
    return switch (objects.read(key, Optional.empty())) {
      case ObjectStore.Read.Found found -> Outcomes.parse(found.json()).map(Outcomes::checks);
      case ObjectStore.Read.Missing missing -> Optional.of(Map.of());
      case ObjectStore.Read.Unchanged unchanged -> Optional.empty();
      case ObjectStore.Read.Failed failed -> {
        failed("outcomes_not_read", key, failed.problem());
        yield Optional.empty();
      }
    };
  }

  private static Map<String, Outcome> merged(
      Map<String, Outcome> before, Instant minute, List<Check> checks, List<ProbeResult> verdicts) {
    Map<String, ProbeResult> byName = new HashMap<>();
    verdicts.forEach(verdict -> byName.put(verdict.name(), verdict));
    Map<String, Outcome> now = new LinkedHashMap<>();
    for (Check check : checks) {
      ProbeResult verdict = byName.get(check.name());
      Outcome known = before.get(check.name());
      if (verdict == null) {
        Optional.ofNullable(known).ifPresent(one -> now.put(check.name(), one));
      } else {
        Instant since = known == null ? minute : known.since();
        verdict
            .failure()
            .ifPresent(failure -> now.put(check.name(), outcome(check, failure, since)));
      }
    }
    return now;
  }

  private static Outcome outcome(Check check, Failure failure, Instant since) {
    return new Outcome(
        failure.reason().code(),
        failure.phase().code(),
        cut(failure.detail()),
        bare(check.target().url()),
        since);
  }

  private static String cut(String detail) {
    return detail.codePointCount(0, detail.length()) <= LONGEST_DETAIL
        ? detail
        : detail.substring(0, detail.offsetByCodePoints(0, LONGEST_DETAIL - 1)) + "…";
  }

  /** Users and queries may hold secrets. */
  private static String bare(URI url) {
    String text = url.toString().split("[?#]", 2)[0];
    String user = url.getRawUserInfo();
    return user == null ? text : text.replaceFirst("//[^/]*@", "//");
  }

  private void failed(String event, String key, String problem) {
    failures.incrementAndGet();
    log.warn(event, "key", key, "problem", problem);
  }
}
