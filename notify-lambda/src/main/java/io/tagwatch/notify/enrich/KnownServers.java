package io.tagwatch.notify.enrich;

import io.tagwatch.common.log.JsonLog;
import io.tagwatch.notify.enrich.ServerCards.Card;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Remembers cards for ten minutes, and waits for new ones for a second at most. An answer that
 * comes later is kept for the next message. After a failure EC2 is left in peace for a minute.
 * Thread-safe.
 */
final class KnownServers {
  private static final Duration PATIENCE = Duration.ofSeconds(1);
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
   * The cards that are known now, of one call for all that are not. Never fails.
   *
   * @param since for each server the time that its card must be younger than
   */
  Map<String, Card> find(Map<String, Instant> since) {
    Set<String> missing = missing(since);
    if (!missing.isEmpty() && !clock.instant().isBefore(notBefore)) {
      ask(missing);
    }
    Map<String, Card> found = new HashMap<>();
    synchronized (known) {
      since.keySet().stream()
          .filter(known::containsKey)
          .forEach(id -> found.put(id, known.get(id).card()));
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

  private void ask(Set<String> ids) {
    Thread asking = Thread.ofVirtual().start(() -> keep(ids));
    try {
      if (!asking.join(PATIENCE)) {
        leave("no answer within " + PATIENCE.toSeconds() + " s");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void keep(Collection<String> ids) {
    try {
      Instant asked = clock.instant();
      Map<String, Card> found = cards.of(ids);
      synchronized (known) {
        // Who is gone is known as that, and not asked for again by each message.
        ids.forEach(id -> known.put(id, new Known(found.getOrDefault(id, Card.BLANK), asked)));
      }
    } catch (ServerCards.CardsUnavailableException e) {
      leave(e.getMessage());
    } catch (RuntimeException e) {
      leave(e.getClass().getSimpleName());
    }
  }

  private void leave(String reason) {
    notBefore = clock.instant().plus(PEACE);
    log.warn("servers_not_named", "reason", reason);
  }
}
