package io.tagwatch.notify.enrich;

import io.tagwatch.notify.enrich.ServerCards.Card;
import io.tagwatch.notify.enrich.ServerCards.Reason;
import io.tagwatch.notify.notification.Draft;
import io.tagwatch.notify.notification.Field;
import io.tagwatch.notify.notification.Kind;
import io.tagwatch.notify.notification.Notification;
import io.tagwatch.notify.notification.Tally;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts what EC2 tells of a server into a message about it. Pure. */
final class ServerWords {
  /**
   * Reasons for which only a running server stops: EC2 API reference, "StateReason". An event of
   * EC2 tells the new state alone.
   */
  private static final Set<String> WAS_RUNNING =
      Set.of(
          "Client.InstanceInitiatedShutdown",
          "Client.UserInitiatedHibernate",
          "Client.UserInitiatedShutdown",
          "Server.ScheduledStop",
          "Server.SpotInstanceShutdown");

  private ServerWords() {}

  /**
   * @param server the field that says which server it is
   */
  static Notification named(Notification one, Field server, Card card) {
    String id = server.value();
    String name = card.name().isEmpty() ? id : card.name();
    Optional<String> owner =
        one.owner().or(() -> Optional.of(card.owner()).filter(text -> !text.isEmpty()));
    boolean change = one.kind() == Kind.EC2;
    Draft draft =
        one.edited()
            .title(
                title(one, id, name, card) + (change && one.owner().isEmpty() ? told(owner) : ""))
            .replaceField(server.name(), place(id, name, card))
            .zone(Optional.of(card.zone()).filter(zone -> !zone.isEmpty()))
            .owner(owner);
    if (!change && one.owner().isEmpty()) {
      draft.field("Owner", owner);
    }
    if (isAsTold(one, card)) {
      draft.field("Reason", card.reason().map(Reason::words));
    }
    one.tally().ifPresent(tally -> draft.tally(renamed(tally, id, name)));
    return draft.build();
  }

  private static String told(Optional<String> owner) {
    return owner.map(who -> Draft.BETWEEN + "owner " + who).orElse("");
  }

  /** {@code web-7 stopped (was running)}. */
  private static String title(Notification one, String id, String name, Card card) {
    boolean ran = card.reason().map(Reason::code).filter(WAS_RUNNING::contains).isPresent();
    boolean stopped = card.state().equals("stopped") && isAsTold(one, card);
    return renamed(one.title(), id, name) + (ran && stopped ? " (was running)" : "");
  }

  /** Whether EC2 still tells the state that the message is about: only then is its reason this. */
  private static boolean isAsTold(Notification one, Card card) {
    return one.kind() == Kind.EC2
        && !card.state().isEmpty()
        && one.title().endsWith(" " + card.state());
  }

  private static Tally renamed(Tally tally, String id, String name) {
    return new Tally(
        tally.rule(), renamed(tally.subject(), id, name), tally.server(), tally.wasFiring());
  }

  /** Only the whole identifier: names of alarms and groups may contain it. */
  private static String renamed(String text, String id, String name) {
    return Pattern.compile("(?<![\\w-])" + Pattern.quote(id) + "(?![\\w-])")
        .matcher(text)
        .replaceAll(Matcher.quoteReplacement(name));
  }

  /** {@code web-1 (i-0abc, t3.large, eu-west-1b)}. */
  private static String place(String id, String name, Card card) {
    String facts =
        Stream.of(name.equals(id) ? "" : id, card.type(), card.zone())
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(", "));
    return facts.isEmpty() ? name : name + " (" + facts + ")";
  }
}
