package io.tagwatch.notify.enrich;

import io.tagwatch.common.log.JsonLog;
import io.tagwatch.notify.enrich.ServerCards.Card;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Remembers cards for ten minutes, and waits for new ones a short while only. An answer that comes
 * later is kept for the next message. After a failure EC2 is left in peace for a minute.
 * Thread-safe.
 */
final class KnownServers {
  private static final Duration PEACE = Duration.ofMinutes(1);
  private static final Duration FRESH = Duration.ofMinutes(10);

  /** Bounds the memory of a function that lives long. */
  private static final int MOST = 2_000;

  private final ServerCards cards;
  private final InstantSource clock;
  private final JsonLog log;
  private volatile Instant notBefore = Instant.MIN;
  private final Map<String, Known> known =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
          return size() > MOST;
        }
      };

  private record Known(Card card, Instant at) {}

  KnownServers(ServerCards cards, InstantSource clock, JsonLog log) {
    this.cards = cards;
    this.clock = clock;
    this.log = log;
  }

  /**
   * The cards that are known now, of one call for all that are not; old ones where EC2 does not
   * answer. Never fails.
   *
   * @param since for each server the time that its card must be younger than
   * @param patience how long an answer is waited for
   */
  Map<String, Card> find(Map<String, Instant> since, Duration patience) {
    refresh(since, patience);
    return remembered(since.keySet());
  }

  /** As {@link #find}, without the cards that are too old. */
  Map<String, Card> fresh(Map<String, Instant> since, Duration patience) {
    Set<String> certain = new HashSet<>(since.keySet());
    certain.removeAll(refresh(since, patience));
    return remembered(certain);
  }

  /** Those whose cards are still too old, or not there. */
  private Set<String> refresh(Map<String, Instant> since, Duration patience) {
    Set<String> missing = missing(since);
    boolean answered =
        missing.isEmpty() || !clock.instant().isBefore(notBefore) && ask(missing, patience);
    return answered ? Set.of() : missing;
  }

  private Map<String, Card> remembered(Set<String> ids) {
    Map<String, Card> found = new HashMap<>();
    synchronized (known) {
      ids.stream().filter(known::containsKey).forEach(id -> found.put(id, known.get(id).card()));
    }
    return found;
  }

  private Set<String> missing(Map<String, Instant> since) {
    Instant stale = clock.instant().minus(FRESH);
    Set<String> missing = new TreeSet<>();
    synchronized (known) {
      since.forEach(
          (id, time) -> {
            Known one = known.get(id);
            if (one == null || one.at().isBefore(stale) || one.at().isBefore(time)) {
              missing.add(id);
            }
          });
    }
    return missing;
  }

  /** Whether there was an answer in time. */
  private boolean ask(Set<String> ids, Duration patience) {
    AtomicBoolean answered = new AtomicBoolean();
    Thread asking = Thread.ofVirtual().start(() -> answered.set(keep(ids)));
    try {
      if (!asking.join(patience)) {
        leave("no answer within " + patience.toSeconds() + " s");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return answered.get();
  }

  private boolean keep(Collection<String> ids) {
    try {
      Instant asked = clock.instant();
      Map<String, Card> found = cards.of(ids);
      synchronized (known) {
        // Who is gone is known as that, and not asked for again by each message.
        ids.forEach(id -> known.put(id, new Known(found.getOrDefault(id, Card.BLANK), asked)));
      }
      return true;
    } catch (ServerCards.CardsUnavailableException e) {
      leave(e.getMessage());
    } catch (RuntimeException e) {
      leave(e.getClass().getSimpleName());
    }
    return false;
  }

  private void leave(String reason) {
    notBefore = clock.instant().plus(PEACE);
    log.warn("servers_not_named", "reason", reason);
  }
}
