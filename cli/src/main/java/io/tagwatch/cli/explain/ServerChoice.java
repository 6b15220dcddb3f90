package io.tagwatch.cli.explain;

import io.tagwatch.alarms.fleet.Server;
import io.tagwatch.common.config.Suggestion;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which server somebody means by an instance identifier or a Name. */
public sealed interface ServerChoice {

  /** This one. */
  record One(Server server) implements ServerChoice {}

  /**
   * None, or more than one.
   *
   * @param problem one sentence with the remedy
   */
  record Unclear(String problem) implements ServerChoice {}

  /** Servers that are gone count only where no other has the name. */
  static ServerChoice of(String wanted, List<Server> servers) {
    List<Server> all =
        servers.stream()
            .filter(one -> one.id().equals(wanted) || one.name().filter(wanted::equals).isPresent())
            .toList();
    List<Server> present = all.stream().filter(server -> !server.state().isGone()).toList();
    if (present.size() == 1) {
      return new One(present.getFirst());
    }
    if (present.size() > 1) {
      return new Unclear(
          "\"%s\" is the name of %d servers; give one of their ids: %s"
              .formatted(
                  wanted,
                  present.size(),
                  present.stream().map(Server::id).sorted().collect(Collectors.joining(", "))));
    }
    return new Unclear(all.isEmpty() ? unknown(wanted, servers) : gone(wanted, all.getFirst()));
  }

  private static String gone(String wanted, Server server) {
    return "the server \"%s\" is %s, so it has no alarms".formatted(wanted, server.state().word());
  }

  private static String unknown(String wanted, List<Server> servers) {
    List<String> known =
        servers.stream()
            .filter(server -> !server.state().isGone())
            .flatMap(server -> Stream.concat(Stream.of(server.id()), server.name().stream()))
            .toList();
    String near = Suggestion.didYouMean(wanted, known);
    return "there is no server \"%s\" in this account and region%s"
        .formatted(wanted, near.isEmpty() ? "; give an instance id or a Name" : near);
  }
}
