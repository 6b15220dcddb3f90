package io.tagwatch.cli.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tagwatch.cli.page.model.ChatPost;
import io.tagwatch.cli.page.model.PageModel;
import io.tagwatch.cli.page.model.Scene;
import io.tagwatch.common.alarm.Severity;
import io.tagwatch.local.view.AlarmView;
import io.tagwatch.local.view.AlarmView.Threshold;
import io.tagwatch.local.view.CheckView;
import io.tagwatch.local.view.CheckView.Verdict;
import io.tagwatch.local.view.CloudView;
import io.tagwatch.local.view.ConditionView.Side;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What the browser is given, read as the browser reads it. */
final class PageModelTest {

  @Test
  void isEmptyHandedButPoliteWhenThereIsNothing() throws IOException {
    JsonNode page = page(cloud(List.of()));

    assertThat(page.at("/verdict/headline").asText()).isEqualTo("Nothing is watched yet");
    assertThat(page.at("/lastMessage").isNull()).isTrue();
    assertThat(page.at("/story").isNull()).isTrue();
  }

  @Test
  void saysWhatIsWrongWhenItIsOneThing() throws IOException {
    JsonNode page =
        page(
            cloud(
                List.of(
                    minutes(50, 96, 97)
                        .alarm("i-1", "disk:/data", Severity.CRITICAL, Side.ABOVE, 90, 2, 2))));

    assertThat(page.at("/verdict/mood").asText()).isEqualTo("critical");
    assertThat(page.at("/verdict/headline").asText()).isEqualTo("Disk /data on i-1 is critical");
    assertThat(page.at("/verdict/sentence").asText())
        .isEqualTo("Since 08:03 UTC. Now 97 %. No owner is named.");
  }

  @Test
  void callsACheckByItsName() throws IOException {
    JsonNode page =
        page(
            cloud(
                List.of(
                    minutes(1, 0, 0)
                        .of("Tagwatch/Uptime/Up", "None")
                        .ownedBy("jane")
                        .alarm("shop", "check-down", Severity.CRITICAL, Side.BELOW, 1, 2, 2))));

    assertThat(page.at("/verdict/headline").asText()).isEqualTo("shop is down");
    assertThat(page.at("/verdict/sentence").asText()).isEqualTo("Since 08:03 UTC. Owner: jane.");
    assertThat(page.at("/watches/0/label").asText()).isEqualTo("Uptime");
  }

  @Test
  void namesTheAddressThatACheckAsks() throws IOException {
    AlarmView alarm =
        minutes(1, 0)
            .of("Tagwatch/Uptime/Up", "None")
            .saying("shop (https://shop.example/a?b=(c)) is down: Minimum of Up under 1.")
            .alarm("shop", "check-down", Severity.CRITICAL, Side.BELOW, 1, 1, 1);

    assertThat(page(cloud(List.of(alarm))).at("/watches/0/address").asText())
        .isEqualTo("https://shop.example/a?b=(c)");
  }

  @Test
  void foldsWarningAndCriticalIntoOneWatch() throws IOException {
    Minutes minutes = minutes(70, 85, 85, 85);
    JsonNode page =
        page(
            cloud(
                List.of(
                    minutes.alarm("i-1", "cpu", Severity.CRITICAL, Side.ABOVE, 90, 2, 2),
                    minutes.alarm("i-1", "cpu", Severity.WARNING, Side.ABOVE, 80, 2, 2))));

    assertThat(page.at("/watches")).hasSize(1);
    assertThat(page.at("/watches/0/mood").asText()).isEqualTo("warning");
    assertThat(page.at("/watches/0/condition").asText()).isEqualTo("over 80 % for 2 of 2 minutes");
    assertThat(page.at("/watches/0/limits").asText())
        .isEqualTo("over 80 / 90 % for 2 of 2 minutes");
    assertThat(page.at("/watches/0/chart/limits")).hasSize(2);
    assertThat(
            page.at("/watches/0/chart/points").valueStream().map(point -> point.path(2).asText()))
        .containsExactly("ok", "warning", "warning", "warning");
    assertThat(page.at("/tally/warning").asInt()).isOne();
    assertThat(page.at("/tally/alarms").asInt()).isEqualTo(2);
  }

  @Test
  void ordersByMoodAndThenByAge() throws IOException {
    JsonNode page =
        page(
            cloud(
                List.of(
                    minutes(1, 1, 1).alarm("a", "cpu", Severity.CRITICAL, Side.ABOVE, 90, 1, 1),
                    minutes(1, 1, 99).alarm("b", "cpu", Severity.CRITICAL, Side.ABOVE, 90, 1, 1),
                    minutes(1, 99, 99).alarm("c", "cpu", Severity.CRITICAL, Side.ABOVE, 90, 1, 1),
                    minutes(99, 99, 99)
                        .alarm("d", "cpu", Severity.WARNING, Side.ABOVE, 90, 1, 1))));

    assertThat(page.findValuesAsText("subject")).containsExactly("c", "b", "d", "a");
    assertThat(page.at("/verdict/headline").asText()).isEqualTo("3 problems, 2 critical");
    assertThat(page.at("/verdict/sentence").asText())
        .isEqualTo(
            "CPU on c is critical since 08:02 UTC (1 min); CPU on b is critical since 08:03 UTC;"
                + " and 1 more. No owner is named.");
  }

  @Test
  void waitsWithoutAlarmWhenNothingHasDataYet() throws IOException {
    JsonNode page =
        page(
            cloud(
                List.of(
                    minutes(Double.NaN, Double.NaN)
                        .alarm("a", "cpu", Severity.CRITICAL, Side.ABOVE, 90, 1, 1))));

    assertThat(page.at("/verdict/mood").asText()).isEqualTo("no_data");
    assertThat(page.at("/verdict/headline").asText()).isEqualTo("The one alarm has no data yet");
    assertThat(page.at("/watches/0/chart").isNull()).isTrue();
  }

  @Test
  void showsAlarmsThatAreNotTagwatchsByTheirNames() throws IOException {
    AlarmView foreign =
        new AlarmView(
            "billing-over-100",
            "us-east-1",
            "somebody's",
            AlarmView.State.ALARM,
            "Threshold Crossed",
            Minutes.START,
            true,
            Optional.empty(),
            Optional.of("ALARM(\"a\") OR ALARM(\"b\")"),
            Optional.empty(),
            List.of());

    JsonNode page = page(cloud(List.of(foreign)));

    assertThat(page.at("/watches/0/title").asText()).isEqualTo("billing-over-100");
    assertThat(page.at("/watches/0/signal").asText()).contains("ALARM(\"a\")");
    assertThat(page.at("/watches/0/mood").asText()).isEqualTo("critical");
  }

  @Test
  void opensOnlyRunbooksOnHttps() throws IOException {
    JsonNode page =
        page(
            cloud(
                List.of(
                    minutes(99)
                        .runbook("javascript:x")
                        .alarm("a", "cpu", Severity.CRITICAL, Side.ABOVE, 90, 1, 1),
                    minutes(99)
                        .runbook("https://w.example/")
                        .alarm("b", "cpu", Severity.CRITICAL, Side.ABOVE, 90, 1, 1))));

    assertThat(page.findValuesAsText("runbook")).containsExactly("", "https://w.example/");
  }

  @Test
  void saysWhenNobodyIsTold() throws IOException {
    JsonNode page =
        page(
            cloud(
                List.of(
                    minutes(99)
                        .muted()
                        .alarm("a", "cpu", Severity.CRITICAL, Side.ABOVE, 90, 1, 1))));

    assertThat(page.at("/watches/0/muted").asBoolean()).isTrue();
  }

  @Test
  void foldsWhatChangedAlikeInTheSameMinute() throws IOException {
    List<AlarmView> alarms =
        List.of("a", "b", "c", "d", "e").stream()
            .map(name -> minutes(1, 2).alarm(name, "cpu", Severity.CRITICAL, Side.ABOVE, 90, 1, 1))
            .toList();

    JsonNode page = page(cloud(alarms));

    assertThat(page.at("/history")).hasSize(1);
    assertThat(page.at("/history/0/title").asText())
        .isEqualTo("CPU on a, CPU on b, CPU on c and 2 more");
    assertThat(page.at("/history/0/alarms").asInt()).isEqualTo(5);
  }

  @Test
  void tellsWhichTagShapedAnAlarmAndIgnoresWrongOnes() throws IOException {
    JsonNode page = page(Scenes.onFire());

    JsonNode web = server(page, "web-1");
    assertThat(web.at("/watches").findValuesAsText("tag"))
        .containsOnlyOnce("tagwatch:disk:/data")
        .contains("");
    JsonNode db = server(page, "db-1");
    assertThat(db.at("/watches").findValuesAsText("tag")).containsExactly("");
    assertThat(db.at("/tags/0/problem").asText()).contains("is not a number");
    assertThat(db.at("/owner").asText()).isEqualTo("dba@example.com");
  }

  @Test
  void staysOfAReadableSizeWithTenThousandAlarms() throws IOException {
    List<AlarmView> alarms =
        IntStream.range(0, 10_000)
            .mapToObj(
                i ->
                    minutes(i > 9_990 ? 99 : 1)
                        .alarm("i-" + i, "cpu", Severity.CRITICAL, Side.ABOVE, 90, 1, 1))
            .toList();

    JsonNode page = page(cloud(alarms));

    assertThat(page.at("/watches")).hasSize(1_500);
    assertThat(page.at("/watches/8/mood").asText()).isEqualTo("critical");
    assertThat(page.at("/tally/ok").asInt()).isEqualTo(9_991);
  }

  @Test
  void putsWhatPeopleReadBeforeWhatProgramsRead() throws IOException {
    Instant at = Minutes.START;
    List<ChatPost> posts =
        List.of(
            new ChatPost(at, "ops", "slack", "{\"text\": \"for people\"}"),
            new ChatPost(at, "hook", "webhook", "{\"title\": \"for programs\"}"));

    JsonNode page = page(new Scene(cloud(List.of()).cloud(), posts, List.of()));

    assertThat(page.at("/messages").findValuesAsText("channel")).containsExactly("ops", "hook");
    assertThat(page.at("/messages/1/machine").asBoolean()).isTrue();
    assertThat(page.at("/lastMessage/preview").asText()).isEqualTo("for people");
  }

  @Test
  void knowsTheLastMessageAlsoWhereOnlyProgramsAreTold() throws IOException {
    List<ChatPost> posts =
        List.of(new ChatPost(Minutes.START, "hook", "webhook", "{\"title\": \"for programs\"}"));

    JsonNode page = page(new Scene(cloud(List.of()).cloud(), posts, List.of()));

    assertThat(page.at("/lastMessage/channel").asText()).isEqualTo("hook");
  }

  @Test
  void saysWhatNoChannelHasTakenYetAndWhy() throws IOException {
    Instant at = Minutes.START;
    List<ChatPost> posts =
        List.of(
            new ChatPost(at, "ops", "slack", "{\"text\": \"one\"}", "Slack answered 404"),
            new ChatPost(at, "ops", "slack", "{\"text\": \"two\"}", "Slack answered 404"),
            new ChatPost(at, "hook", "webhook", "{\"title\": \"one\"}", "no answer in time"));

    JsonNode page = page(new Scene(cloud(List.of()).cloud(), posts, List.of()));

    assertThat(page.at("/lastMessage").isNull()).isTrue();
    assertThat(page.at("/unheard").findValuesAsText("words"))
        .containsExactly(
            "2 messages to ops are not delivered, the first since 08:00 UTC: Slack answered 404.",
            "A message to hook is not delivered, since 08:00 UTC: no answer in time.");
    assertThat(page.at("/messages/0/undelivered").asText()).isEqualTo("Slack answered 404");
  }

  @Test
  void tellsWhatIsGivenUpApartFromWhatStillWaits() throws IOException {
    Instant at = Minutes.START;
    List<ChatPost> posts =
        List.of(
            new ChatPost(at, "ops", "slack", "{\"text\": \"one\"}", "Slack answered 404", true),
            new ChatPost(at, "ops", "slack", "{\"text\": \"two\"}", "Slack answered 503"));

    JsonNode page = page(new Scene(cloud(List.of()).cloud(), posts, List.of()));

    assertThat(page.at("/unheard").findValuesAsText("words"))
        .containsExactly(
            "A message to ops of 08:00 UTC is given up: Slack answered 404.",
            "A message to ops is not delivered, since 08:00 UTC: Slack answered 503.");
    assertThat(page.at("/messages").findValuesAsText("givenUp")).containsExactly("false", "true");
  }

  @Test
  void saysOfWhenAValueIsThatIsNotOfNow() throws IOException {
    AlarmView silent =
        minutes(50, 97).alarm("i-1", "disk:/", Severity.CRITICAL, Side.ABOVE, 90, 1, 1);
    Instant later = Minutes.START.plusSeconds(240);

    JsonNode fresh = page(cloud(List.of(silent)));
    JsonNode old =
        page(
            Scene.of(
                new CloudView(
                    later, false, "eu-west-1", List.of(), List.of(silent), List.of(), List.of())));

    assertThat(fresh.at("/watches/0/measured").asText()).isEmpty();
    assertThat(fresh.at("/verdict/sentence").asText()).contains("Now 97 %.");
    assertThat(old.at("/watches/0/measured").asText()).isEqualTo("08:01 UTC");
    assertThat(old.at("/verdict/sentence").asText())
        .contains("Last known value: 97 %, at 08:01 UTC.");
  }

  @Test
  void drawsEachThresholdAsLongAsItHeld() throws IOException {
    AlarmView now =
        minutes(58, 58, 58).alarm("i-1", "memory", Severity.CRITICAL, Side.ABOVE, 95, 3, 3);
    Instant change = Minutes.START.plusSeconds(120);
    AlarmView alarm =
        Minutes.withThresholds(
            now,
            List.of(
                new Threshold(Minutes.START, Optional.of(change), 50, Side.ABOVE),
                new Threshold(change.plusSeconds(30), Optional.empty(), 95, Side.ABOVE)));

    JsonNode chart = page(cloud(List.of(alarm))).at("/watches/0/chart");

    assertThat(chart.at("/limits").findValuesAsText("label"))
        .containsExactly("over 50 %", "over 95 %");
    assertThat(chart.at("/limits/0/to").asLong()).isEqualTo(change.getEpochSecond());
    assertThat(chart.at("/limits/1/from").asLong()).isEqualTo(change.getEpochSecond() + 30);
    assertThat(chart.at("/limits/1/to").asLong()).isEqualTo(chart.at("/to").asLong());
    assertThat(chart.at("/limits").findValuesAsText("now")).containsExactly("false", "true");
  }

  @Test
  void countsTheOutageThatLastsOnlyOnce() throws IOException {
    JsonNode page =
        page(
            Scene.of(
                new CloudView(
                    Minutes.START.plusSeconds(630),
                    false,
                    "eu-west-1",
                    List.of(),
                    List.of(),
                    List.of(
                        check("a", Verdict.UP, Verdict.DOWN),
                        check("b", Verdict.DOWN, Verdict.UP, Verdict.DOWN),
                        check("c", Verdict.DOWN, Verdict.UP)),
                    List.of())));

    assertThat(page.at("/verdict/headline").asText()).isEqualTo("Nothing is watched yet");
    assertThat(page.at("/checks/0/facts")).isEmpty();
    assertThat(page.at("/checks/1/facts/0").asText())
        .isEqualTo("3 min down before that, in the last 24 h");
    assertThat(page.at("/checks/2/facts/0").asText()).isEqualTo("3 min down in the last 24 h");
  }

  @Test
  void doesNotSayThatAllIsWellWhileACheckIsDownWithoutAnAlarm() throws IOException {
    JsonNode page =
        page(
            Scene.of(
                new CloudView(
                    Minutes.START.plusSeconds(370),
                    false,
                    "eu-west-1",
                    List.of(),
                    List.of(
                        minutes(1, 1).alarm("a", "cpu", Severity.CRITICAL, Side.ABOVE, 9, 1, 1)),
                    List.of(check("a", Verdict.UP, Verdict.DOWN), check("b", Verdict.UP)),
                    List.of())));

    assertThat(page.at("/verdict/headline").asText()).isEqualTo("No alarm is on");
    assertThat(page.at("/verdict/sentence").asText())
        .isEqualTo("Checks that are up now: 1 of 2. The one watched value is fine.");
  }

  /** Three minutes of each. */
  private static CheckView check(String name, Verdict... verdicts) {
    List<CheckView.Run> runs = new ArrayList<>();
    Instant from = Minutes.START;
    for (Verdict verdict : verdicts) {
      runs.add(new CheckView.Run(from, from.plusSeconds(180), verdict));
      from = from.plusSeconds(180);
    }
    return new CheckView(name, runs, OptionalDouble.empty(), OptionalDouble.empty());
  }

  @Test
  void neverRoundsAnOutageAway() throws IOException {
    JsonNode page = page(Scenes.onFire());

    assertThat(page.at("/checks").findValuesAsText("share"))
        .containsExactly("83.2 % up", "96.1 % up", "100 % up");
    assertThat(page.at("/checks/0/state").asText()).isEqualTo("down since 03:09 UTC (26 min)");
  }

  @Test
  void cannotEndTheScriptElementThatHoldsIt() {
    assertThat(PageJson.of(PageModel.of(HostileScene.scene(), HostileScene.story())))
        .doesNotContain("<");
  }

  private static JsonNode server(JsonNode page, String name) {
    return StreamSupport.stream(page.at("/servers").spliterator(), false)
        .filter(server -> server.at("/name").asText().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Minutes minutes(double... values) {
    return Minutes.from(Minutes.START, values);
  }

  private static Scene cloud(List<AlarmView> alarms) {
    Instant now = Minutes.START.plusSeconds(180);
    return Scene.of(
        new CloudView(now, false, "eu-west-1", List.of(), alarms, List.of(), List.of()));
  }

  private static JsonNode page(Scene scene) throws IOException {
    return new ObjectMapper().readTree(PageJson.of(PageModel.of(scene)));
  }
}
