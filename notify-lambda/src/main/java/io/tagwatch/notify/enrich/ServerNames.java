package io.tagwatch.notify.enrich;

import io.tagwatch.common.log.JsonLog;
import io.tagwatch.notify.enrich.ServerCards.Card;
import io.tagwatch.notify.notification.Field;
import io.tagwatch.notify.notification.Kind;
import io.tagwatch.notify.notification.Notification;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names the servers that messages call by identifier only, with owner, type and zone. All of a
 * batch are asked for in one call. When EC2 cannot be asked, messages go out as they are.
 * Thread-safe.
 */
public final class ServerNames implements Enrichment {
  /** Below this, every second belongs to delivery. */
  private static final Duration LEFT_FOR_DELIVERY = Duration.ofSeconds(10);

  /** People can do without a name. */
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private static final Pattern INSTANCE = Pattern.compile("i-[0-9a-f]{8,17}");

  private final KnownServers servers;
  private final String region;

  /**
   * @param region that {@code cards} knows; servers elsewhere stay as they are
   */
  public ServerNames(ServerCards cards, String region, InstantSource clock, JsonLog log) {
    this(new KnownServers(cards, clock, log), region);
  }

  ServerNames(KnownServers servers, String region) {
    this.servers = servers;
    this.region = region;
  }

  @Override
  public List<Notification> enrich(List<Notification> told, Duration left) {
    Map<String, Instant> since = new HashMap<>();
    for (Notification one : told) {
      unnamed(one).ifPresent(server -> since.merge(server.value(), news(one), ServerNames::later));
    }
    if (since.isEmpty() || left.compareTo(LEFT_FOR_DELIVERY) < 0) {
      return told;
    }
    Map<String, Card> known = servers.find(since, PATIENCE);
    List<Notification> named = new ArrayList<>();
    for (Notification one : told) {
      Optional<Field> server = unnamed(one);
      Optional<Card> card = server.map(field -> known.get(field.value()));
      named.add(card.isPresent() ? ServerWords.named(one, server.orElseThrow(), card.get()) : one);
    }
    return named;
  }

  /** Where a message says which server it is about, and says its identifier only. */
  private Optional<Field> unnamed(Notification one) {
    return one.region().isPresent() && one.region().get().equals(region)
        ? bare(one)
        : Optional.empty();
  }

  /** A field that is the identifier of a server and nothing else. */
  static Optional<Field> bare(Notification one) {
    for (Field field : one.fields()) {
      if (INSTANCE.matcher(field.value()).matches()) {
        return Optional.of(field);
      }
    }
    return Optional.empty();
  }

  /** A name does not change; the reason of a state is only known after it. */
  private static Instant news(Notification one) {
    return one.kind() == Kind.EC2 ? one.occurredAt().orElse(Instant.MIN) : Instant.MIN;
  }

  static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
