package io.tagwatch.alarms.aws;

import io.tagwatch.alarms.desired.HostNames;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Host names through the resolver of this machine: inside a VPC, its private Route 53 zones. Keeps
 * what it learnt for its own life; use one for one run.
 */
public final class DnsHostNames implements HostNames {
  private final Map<String, List<String>> known = new HashMap<>();

  @Override
  public List<String> addressesOf(String host) {
    return known.computeIfAbsent(host, DnsHostNames::resolve);
  }

  private static List<String> resolve(String host) {
    try {
      return Arrays.stream(InetAddress.getAllByName(host))
          .map(InetAddress::getHostAddress)
          .toList();
    } catch (UnknownHostException e) {
      return List.of();
    }
  }
}
