package io.tagwatch.uptime.probe;

import io.tagwatch.uptime.check.AddressFamily;
import io.tagwatch.uptime.check.AddressRules;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/**
 * Opens connections: one attempt, to the first address of the family that the check wants. The
 * rules are asked about the very address that is connected to, so that a name which changes its
 * address in between gains nothing.
 */
final class Dialer {
  private final AddressRules rules;
  private final HostLookup lookup;
  private final TlsHandshake tls;

  Dialer(AddressRules rules, HostLookup lookup, TlsHandshake tls) {
    this.rules = rules;
    this.lookup = lookup;
    this.tls = tls;
  }

  Line open(Attempt attempt, String host, int port, boolean secure)
      throws ProbeException, IOException, InterruptedException {
    attempt.clock().enter(Phase.DNS);
    InetAddress address = resolve(attempt, host);
    attempt.clock().enter(Phase.CONNECT);
    requireAllowed(attempt, address);
    Socket socket = connect(attempt, address, port);
    if (!secure) {
      return new Line(socket, Optional.empty());
    }
    attempt.clock().enter(Phase.TLS);
    try {
      return new Line(socket, Optional.of(tls.over(socket, bare(host), port, attempt)));
    } catch (IOException | ProbeException e) {
      socket.close();
      throw e;
    }
  }

  /** Ends the probe unless the rules allow the address. */
  void requireAllowed(Attempt attempt, InetAddress address) throws ProbeException {
    attempt.address(address.getHostAddress());
    Optional<String> refusal = rules.refusal(address);
    if (refusal.isPresent()) {
      throw new ProbeException(Reason.BLOCKED, refusal.get());
    }
  }

  private InetAddress resolve(Attempt attempt, String host)
      throws ProbeException, InterruptedException {
    if (HostLiteral.isOne(host)) {
      InetAddress literal =
          HostLiteral.parse(host)
              .orElseThrow(() -> new ProbeException(Reason.DNS, host + " is not an address"));
      return chosen(attempt.check().reach().family(), host, List.of(literal));
    }
    try {
      List<InetAddress> addresses = lookup.addresses(host, attempt.guard().remainingMillis());
      attempt.note(
          () -> host + " has " + addresses.stream().map(InetAddress::getHostAddress).toList());
      return chosen(attempt.check().reach().family(), host, addresses);
    } catch (UnknownHostException e) {
      throw new ProbeException(Reason.DNS, host + " has no address");
    } catch (TimeoutException e) {
      throw new ProbeException(
          Reason.DNS, "no address for " + host + " after " + Times.spoken(attempt.guard().limit()));
    }
  }

  private static InetAddress chosen(AddressFamily family, String host, List<InetAddress> addresses)
      throws ProbeException {
    for (InetAddress address : addresses) {
      if (family.holds(address)) {
        return address;
      }
    }
    throw new ProbeException(Reason.DNS, host + " has no address of " + family);
  }

  private static Socket connect(Attempt attempt, InetAddress address, int port) throws IOException {
    Socket socket = new Socket();
    try {
      attempt.guard().watch(socket);
      socket.setTcpNoDelay(true);
      socket.connect(new InetSocketAddress(address, port), attempt.guard().remainingMillis());
      attempt.note(() -> "connected to " + address.getHostAddress() + " port " + port);
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  private static String bare(String host) {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }
}
