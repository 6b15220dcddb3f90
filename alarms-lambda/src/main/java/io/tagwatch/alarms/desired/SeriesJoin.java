package io.tagwatch.alarms.desired;

import io.tagwatch.alarms.fleet.Series;
import io.tagwatch.alarms.fleet.Server;
import io.tagwatch.alarms.rule.HostJoin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds the server of a series: by its InstanceId, else by the declared rule, never by a guess. A
 * host name that several servers have belongs to none of them.
 */
public final class SeriesJoin {
  /** The dimension that agents on EC2 send. */
  public static final String INSTANCE_ID = "InstanceId";

  private final Map<String, Server> byId = new HashMap<>();
  private final Map<String, Set<String>> byHost = new TreeMap<>();
  private final Optional<HostJoin> rule;
  private final HostNames names;

  /**
   * @param names resolves names to addresses, for the rule {@code route53}
   */
  public SeriesJoin(List<Server> servers, Optional<HostJoin> rule, HostNames names) {
    this.rule = rule;
    this.names = names;
    servers.forEach(server -> byId.put(server.id(), server));
    rule.ifPresent(join -> servers.forEach(server -> index(server, join)));
  }

  /** The server's identifier; empty when the series is of none of them. */
  public Optional<String> serverOf(Series series) {
    String id = series.dimensions().get(INSTANCE_ID);
    if (id != null) {
      return byId.containsKey(id) ? Optional.of(id) : Optional.empty();
    }
    return rule.map(join -> series.dimensions().get(join.dimension())).flatMap(this::serverOfHost);
  }

  /** One finding for each host name that several servers have. */
  public List<Finding> conflicts() {
    List<Finding> findings = new ArrayList<>();
    byHost.forEach(
        (host, ids) -> {
          if (ids.size() > 1) {
            findings.add(
                new Finding(
                    host,
                    "",
                    "the servers "
                        + String.join(", ", ids)
                        + " have one host name; none of them gets the series of that host"));
          }
        });
    return findings;
  }

  private Optional<String> serverOfHost(String host) {
    Set<String> ids = new LinkedHashSet<>();
    if (rule.orElseThrow().equals() == HostJoin.Equals.ROUTE53) {
      names
          .addressesOf(host)
          .forEach(address -> ids.addAll(byHost.getOrDefault(address, Set.of())));
    } else {
      ids.addAll(byHost.getOrDefault(spelling(host), Set.of()));
    }
    return ids.size() == 1 ? Optional.of(ids.iterator().next()) : Optional.empty();
  }

  private void index(Server server, HostJoin join) {
    switch (join.equals()) {
      case PRIVATE_DNS -> {
        String dns = server.privateDns();
        int dot = dns.indexOf('.');
        put(dns, server);
        put(dot < 0 ? dns : dns.substring(0, dot), server);
      }
      case NAME_TAG -> server.name().ifPresent(name -> put(name, server));
      case ROUTE53 -> put(server.privateAddress(), server);
    }
  }

  private void put(String host, Server server) {
    if (!host.isEmpty()) {
      byHost.computeIfAbsent(spelling(host), key -> new LinkedHashSet<>()).add(server.id());
    }
  }

  /** Host names have no case; the value of a Name tag has. */
  private String spelling(String host) {
    return rule.orElseThrow().equals() == HostJoin.Equals.NAME_TAG
        ? host
        : host.toLowerCase(Locale.ROOT);
  }
}
