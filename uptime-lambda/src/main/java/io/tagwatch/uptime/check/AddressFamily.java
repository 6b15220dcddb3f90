package io.tagwatch.uptime.check;

import io.tagwatch.common.config.Node;
import io.tagwatch.common.config.Section;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Optional;

/** Which of a host's addresses a check may go to: the key {@code ip}. */
public enum AddressFamily {
  /** The first one, as the system orders them. */
  ANY("any"),
  IPV4("4"),
  IPV6("6");

  private final String spelling;

  AddressFamily(String spelling) {
    this.spelling = spelling;
  }

  public boolean holds(InetAddress address) {
    return this == ANY || (address instanceof Inet4Address) == (this == IPV4);
  }

  /** The key of a section; empty when absent or wrong, which is reported. */
  static Optional<AddressFamily> read(Section section) {
    Optional<Node> node = section.node("ip");
    if (node.isEmpty()) {
      return Optional.empty();
    }
    String text =
        switch (node.get()) {
          case Node.Text written -> written.value();
          case Node.Numeric number -> number.value().toPlainString();
          default -> "";
        };
    for (AddressFamily family : values()) {
      if (family.spelling.equals(text)) {
        return Optional.of(family);
      }
    }
    section
        .problems()
        .add(node.get(), node.get().describe() + " is no choice of addresses; write 4, 6 or any");
    return Optional.empty();
  }

  /** {@code IPv4}, {@code IPv6} or nothing. */
  @Override
  public String toString() {
    return this == ANY ? "" : "IPv" + spelling;
  }
}
