package io.tagwatch.cli.page.model;

import io.tagwatch.local.view.ServerView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words the servers. */
final class ServerRows {
  private static final String PREFIX = "tagwatch:";
  private static final String OWNER = PREFIX + "owner";

  /** Problems first, then by name, so that a row keeps its place. */
  private static final Comparator<Watch> IN_CARD =
      Comparator.comparing((Watch watch) -> watch.mood().firing() ? watch.mood() : Mood.OK)
          .thenComparing(Watch::label);

  private final Map<String, List<Watch>> watches;
  private final List<TagProblem> problems;

  ServerRows(List<Watch> watches, List<TagProblem> problems) {
    this.watches = watches.stream().collect(Collectors.groupingBy(Watch::subject));
    this.problems = problems;
  }

  List<PageModel.Server> of(List<ServerView> servers) {
    return servers.stream()
        .map(this::row)
        .sorted(
            Comparator.comparing((PageModel.Server row) -> !row.mood().firing())
                .thenComparing(row -> row.mood().firing() ? row.mood() : Mood.OK)
                .thenComparing(row -> row.mood() == Mood.NO_DATA)
                .thenComparing(PageModel.Server::name))
        .toList();
  }

  private PageModel.Server row(ServerView server) {
    List<Watch> own = watches.getOrDefault(server.id(), List.of());
    Mood calm = server.state().equals("running") ? Mood.OK : Mood.NO_DATA;
    Mood worst =
        own.stream().map(Watch::mood).filter(Mood::firing).reduce(Mood::worse).orElse(calm);
    return new PageModel.Server(
        server.id(),
        server.name(),
        worst,
        server.state(),
        facts(server),
        server.tags().getOrDefault(OWNER, ""),
        tags(server),
        own.stream()
            .sorted(IN_CARD)
            .map(watch -> new PageModel.Ref(watch.id(), shapedBy(server, watch.alarm())))
            .toList());
  }

  /** The nearest right tag: of the series first, then of the alarm. */
  private String shapedBy(ServerView server, String alarm) {
    int colon = alarm.indexOf(':');
    return Stream.of(alarm, colon < 0 ? alarm : alarm.substring(0, colon))
        .map(name -> PREFIX + name)
        .filter(server.tags()::containsKey)
        .filter(key -> problem(server.id(), key).isEmpty())
        .findFirst()
        .orElse("");
  }

  private static List<String> facts(ServerView server) {
    List<String> facts = new ArrayList<>(List.of(server.id(), server.type(), server.zone()));
    facts.add(server.detailedMonitoring() ? "a datapoint a minute" : "a datapoint every 5 minutes");
    facts.removeIf(String::isBlank);
    return facts;
  }

  private List<PageModel.Tag> tags(ServerView server) {
    return server.tags().entrySet().stream()
        .filter(tag -> !tag.getKey().equals("Name"))
        .map(tag -> tag(server.id(), tag.getKey(), tag.getValue()))
        .sorted(Comparator.comparing(tag -> !tag.own()))
        .toList();
  }

  private PageModel.Tag tag(String server, String key, String value) {
    boolean own = key.equals("tagwatch") || key.startsWith(PREFIX);
    return new PageModel.Tag(key, value, own, problem(server, key));
  }

  private String problem(String server, String key) {
    return problems.stream()
        .filter(found -> found.subject().equals(server) && found.key().equals(key))
        .map(found -> found.problem() + "; " + found.expected())
        .findFirst()
        .orElse("");
  }
}
