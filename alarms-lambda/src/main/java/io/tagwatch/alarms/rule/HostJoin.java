package io.tagwatch.alarms.rule;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How the series of agents that send no InstanceId find their server.
 *
 * @param dimension the dimension that holds the host's name
 * @param equals what it is compared with
 */
public record HostJoin(String dimension, Equals equals) {

  /** What a host's name is compared with. */
  public enum Equals {
    /** The server's private DNS name, whole or its first label; without regard to case. */
    PRIVATE_DNS,
    /** The value of the server's tag {@code Name}. */
    NAME_TAG,
    /** A server with a private address that the name resolves to. */
    ROUTE53;

    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Equals> parse(String word) {
      return Arrays.stream(values()).filter(equals -> equals.word().equals(word)).findFirst();
    }

    static List<String> words() {
      return Arrays.stream(values()).map(Equals::word).toList();
    }
  }
}
