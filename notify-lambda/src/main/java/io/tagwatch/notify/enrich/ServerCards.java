package io.tagwatch.notify.enrich;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** What EC2 tells of servers. */
public interface ServerCards {

  /**
   * One server. What EC2 does not tell is blank.
   *
   * @param name of the tag {@code Name}
   * @param owner of the tag {@code tagwatch:owner}
   * @param type such as {@code t3.large}
   * @param zone such as {@code eu-west-1b}
   * @param state such as {@code stopped}
   * @param reason why it is in that state
   * @param tags all of them; empty when they cannot be told, as of a server that is gone
   */
  record Card(
      String name,
      String owner,
      String type,
      String zone,
      String state,
      Optional<Reason> reason,
      Optional<Map<String, String>> tags) {

    /** Nothing is known. */
    public static final Card BLANK =
        new Card("", "", "", "", "", Optional.empty(), Optional.empty());

    public Card {
      tags = tags.map(Map::copyOf);
    }
  }

  /**
   * EC2's own reason for a state.
   *
   * @param code such as {@code Client.UserInitiatedShutdown}
   * @param words such as {@code User initiated shutdown}
   */
  record Reason(String code, String words) {}

  /**
   * The cards by instance identifier; who is not there has none.
   *
   * @throws CardsUnavailableException when EC2 cannot be asked, or may not be
   */
  Map<String, Card> of(Collection<String> instanceIds);

  /** The message holds no secret. */
  final class CardsUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CardsUnavailableException(String message) {
      super(message);
    }
  }
}
