package io.tagwatch.notify.enrich;

import io.tagwatch.common.log.JsonLog;
import io.tagwatch.notify.enrich.ServerCards.Card;
import io.tagwatch.notify.notification.Field;
import io.tagwatch.notify.notification.Notification;
import io.tagwatch.notify.notification.Server;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds out which tags the servers have that messages are about, for channels that route by them.
 * All of a batch are asked for in one call, and no tag is older than its message: each channel has
 * an invocation of its own, and all of them must come to the same answer. Where the tags cannot be
 * had (no answer, gone, another region or account), the message says that nobody has seen them.
 * Thread-safe.
 */
public final class ServerTags implements Enrichment {
  /** Below this, every second belongs to delivery. */
  private static final Duration LEFT_FOR_DELIVERY = Duration.ofSeconds(10);

  /**
   * A first call from a cold function takes its seconds; without an answer more people are told.
   */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final KnownServers servers;
  private final String region;
  private final JsonLog log;

  private ServerTags(KnownServers servers, String region, JsonLog log) {
    this.servers = servers;
    this.region = region;
    this.log = log;
  }

  /**
   * Tags first, then names from the same answer.
   *
   * @param region that {@code cards} knows; of servers elsewhere nothing is found out
   */
  public static List<Enrichment> andNames(
      ServerCards cards, String region, InstantSource clock, JsonLog log) {
    KnownServers servers = new KnownServers(cards, clock, log);
    return List.of(new ServerTags(servers, region, log), new ServerNames(servers, region));
  }

  @Override
  public List<Notification> enrich(List<Notification> told, Duration left) {
    Map<String, Instant> since = new HashMap<>();
    for (Notification one : told) {
      id(one)
          .filter(id -> isHere(one))
          .ifPresent(
              id -> since.merge(id, one.occurredAt().orElse(Instant.MIN), ServerNames::later));
    }
    Map<String, Card> cards =
        since.isEmpty() || left.compareTo(LEFT_FOR_DELIVERY) < 0
            ? Map.of()
            : servers.fresh(since, PATIENCE);
    List<Notification> seen = new ArrayList<>();
    int unseen = 0;
    for (Notification one : told) {
      Optional<Server> server = id(one).map(id -> server(id, isHere(one), cards));
      unseen += server.isPresent() && server.get().tags().isEmpty() ? 1 : 0;
      seen.add(server.isPresent() ? one.edited().server(server).build() : one);
    }
    if (unseen > 0) {
      log.warn("tags_not_seen", "messages", unseen, "told", "every channel that asks for tags");
    }
    return seen;
  }

  private static Server server(String id, boolean here, Map<String, Card> cards) {
    Card card = here ? cards.getOrDefault(id, Card.BLANK) : Card.BLANK;
    return new Server(id, card.tags());
  }

  private static Optional<String> id(Notification one) {
    return one.server().map(Server::id).or(() -> ServerNames.bare(one).map(Field::value));
  }

  private boolean isHere(Notification one) {
    return one.region().isPresent() && one.region().get().equals(region);
  }
}
