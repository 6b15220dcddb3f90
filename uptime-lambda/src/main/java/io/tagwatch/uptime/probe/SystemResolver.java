package io.tagwatch.uptime.probe;

import io.tagwatch.uptime.check.Cidr;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The name server that this machine asks first; see resolv.conf(5). */
final class SystemResolver {
  private static final Path RESOLV_CONF = Path.of("/etc/resolv.conf");
  private static final int PORT = 53;

  private SystemResolver() {}

  static InetSocketAddress first() throws ProbeException {
    return first(lines());
  }

  static InetSocketAddress first(List<String> lines) throws ProbeException {
    for (String line : lines) {
      String[] words = line.strip().split("\\s+");
      if (words.length >= 2 && words[0].equals("nameserver") && Cidr.parse(words[1]).isPresent()) {
        return new InetSocketAddress(literal(words[1]), PORT);
      }
    }
    throw new ProbeException(
        Reason.DNS, "this machine names no resolver; write resolver: in the check");
  }

  private static InetAddress literal(String text) throws ProbeException {
    try {
      return InetAddress.getByName(text);
    } catch (UnknownHostException e) {
      throw new ProbeException(Reason.DNS, text + " is not a resolver's address");
    }
  }

  private static List<String> lines() {
    try {
      return Files.readAllLines(RESOLV_CONF);
    } catch (IOException e) {
      return List.of();
    }
  }
}
