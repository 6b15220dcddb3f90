package io.tagwatch.alarms.rule;

import io.tagwatch.alarms.fleet.Server;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which address of a server the checks of its tags go to. */
public enum CheckAddress {
  PRIVATE_IP,
  PUBLIC_IP,
  PRIVATE_DNS,
  PUBLIC_DNS;

  /** The spelling in {@code alarms.yaml}: {@code private-ip}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static List<String> words() {
    return Arrays.stream(values()).map(CheckAddress::word).toList();
  }

  static Optional<CheckAddress> parse(String word) {
    return Arrays.stream(values()).filter(address -> address.word().equals(word)).findFirst();
  }

  /** The server's address of that kind; empty when it has none. */
  public Optional<String> of(Server server) {
    String address =
        switch (this) {
          case PRIVATE_IP -> server.privateAddress();
          case PUBLIC_IP -> server.publicAddress();
          case PRIVATE_DNS -> server.privateDns();
          case PUBLIC_DNS -> server.publicDns();
        };
    return address.isBlank() ? Optional.empty() : Optional.of(address);
  }
}
