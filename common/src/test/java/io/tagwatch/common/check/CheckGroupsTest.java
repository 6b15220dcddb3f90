package io.tagwatch.common.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagwatch.common.config.JsonDocument;
import io.tagwatch.common.config.Node;
import io.tagwatch.common.config.Problem;
import io.tagwatch.common.config.Problems;
import io.tagwatch.common.config.Section;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckGroupsTest {
  private static final Instant DAY = Instant.parse("2026-11-21T00:30:00Z");

  private final Problems problems = new Problems("checks.json");

  @Test
  void givesTheChecksOfTheFileFirstAndThenThoseOfEachGroup() {
    List<CheckGroup> groups =
        read(
            """
            {"defaults": {"alarm": {"down": "1 of 1", "certificate": "7d"}},
             "groups": {"shop": {"checks": ["https://shop.example/"]},
                        "quiet": {"defaults": {"alarm": "off"}, "checks": ["https://q.example/"]}},
             "checks": ["http://a.example/"]}""");

    assertThat(problems.list()).isEmpty();
    assertThat(groups.stream().map(CheckGroup::name))
        .containsExactly(Optional.empty(), Optional.of("shop"), Optional.of("quiet"));
    assertThat(names(groups)).containsExactly("a.example/", "shop.example/", "q.example/");
    assertThat(entries(groups).get(0).alarm().down()).contains(new Datapoints(1, 1));
    assertThat(entries(groups).get(0).alarm().certificate()).isEmpty();
    assertThat(entries(groups).get(1).alarm().certificate()).contains(Duration.ofDays(7));
    assertThat(entries(groups).get(2).alarm().off()).isTrue();
  }

  @Test
  void takesMaintenanceFromTheNearestThatSpeaksOfIt() {
    List<CheckGroup> groups =
        read(
            """
            {"defaults": {"maintenance": {"cron": "0 1 * * *", "duration": "1h"}},
             "checks": ["http://a.example/", {"url": "http://b.example/", "maintenance": []}],
             "groups": {"shop": {
               "defaults": {"maintenance": [{"cron": "0 2 * * *", "duration": "1h"}]},
               "checks": ["http://c.example/", {"url": "http://d.example/",
                 "maintenance": [{"cron": "0 3 * * *", "duration": "1h"},
                                 {"cron": "0 4 * * *", "duration": "1h"}]}]}}}""");

    assertThat(problems.list()).isEmpty();
    assertThat(entries(groups))
        .extracting(
            entry ->
                List.of(0, 1, 2, 3, 4).stream()
                    .filter(hour -> entry.maintenance().mutes(DAY.plus(Duration.ofHours(hour))))
                    .toList())
        .containsExactly(List.of(1), List.of(), List.of(2), List.of(3, 4));
  }

  @Test
  void makesACheckOfEachItem() {
    List<CheckGroup> groups =
        read(
            """
            {"checks": [{"name": "api-${item}", "url": "https://${item}.example/v${item}",
               "headers": {"X-A": "${item}"}, "expect": ["body contains \\"${item}\\""],
               "for": ["eu", 1.0, 10]}]}""");

    assertThat(problems.list()).isEmpty();
    assertThat(names(groups)).containsExactly("api-eu", "api-1", "api-10");
    assertThat(entries(groups).get(1).url()).hasToString("https://1.example/v1");
    assertThat(groups.getFirst().checks().toString())
        .contains("body contains \"eu\"")
        .doesNotContain("${item}")
        .doesNotContain("for=");
  }

  @Test
  void tellsAMistakeOfATemplateOnceAndWhereItStands() {
    List<CheckGroup> groups =
        read(
            """
            {"groups": {"g": {"checks": [
               {"name": "a-${item}", "url": "https://${item}.example", "alarm": {"dwn": 1},
                "for": ["a", "b", "c"]}]}}}""");

    entries(groups);

    assertThat(problems.list().stream().map(p -> p.place().path()))
        .containsExactly("groups.g.checks[0].alarm.dwn");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"groups": []}|groups|must be a mapping
          {"groups": {"a": 5}}|groups.a|must be a mapping
          {"groups": {"a b": {"checks": ["http://x"]}}}|groups.a b|is no name for a group
          {"groups": {"a": {}}}|groups.a|has no checks
          {"groups": {"a": {"checks": {}}}}|groups.a.checks|must be a list
          {"groups": {"a": {"checks": ["http://x"], "default": {}}}}|groups.a.default|did you mean "defaults"?
          {"checks": [{"url": "http://x", "for": "eu"}]}|checks[0].for|is no list of items; write for: [eu, us]
          {"checks": [{"url": "http://x", "for": []}]}|checks[0].for|is no list of items
          {"checks": [{"url": "http://x", "for": ["a", "b"]}]}|checks[0].for|makes checks of one name; write ${item} in "name"
          {"checks": [{"name": "n", "url": "http://${item}", "for": ["a", "b"]}]}|checks[0].for|makes checks of one name
          {"checks": [{"url": "http://${item}", "for": ["a", "a"]}]}|checks[0].for[1]|"a" is in the list twice
          {"checks": [{"url": "http://${item}", "for": [true]}]}|checks[0].for[0]|true is no item; write a text or a number
          {"defaults": {"alarm": 5}, "checks": []}|defaults.alarm|is no alarm line
          """)
  void namesThePlaceAndTheRemedy(String json, String place, String message) {
    entries(read(json));

    assertThat(problems.list())
        .anySatisfy(
            problem -> {
              assertThat(problem.place().path()).isEqualTo(place);
              assertThat(problem.message()).contains(message);
            });
    assertThat(problems.list().stream().map(Problem::message)).doesNotHaveDuplicates();
  }

  private List<CheckGroup> read(String json) {
    return CheckGroups.read(Section.of(JsonDocument.parse(json, problems), problems).orElseThrow());
  }

  private List<String> names(List<CheckGroup> groups) {
    return entries(groups).stream().map(CheckEntry::name).toList();
  }

  private List<CheckEntry> entries(List<CheckGroup> groups) {
    return groups.stream()
        .flatMap(group -> group.checks().stream().map(node -> entry(node, group)))
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<CheckEntry> entry(Node node, CheckGroup group) {
    return node instanceof Node.Text text
        ? CheckEntry.ofBareUrl(text, group.inherited(), problems)
        : Section.of(node, problems).flatMap(section -> CheckEntry.of(section, group.inherited()));
  }
}
