package io.tagwatch.cli.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tagwatch.cli.page.model.ChatPost;
import io.tagwatch.cli.page.model.PageModel;
import io.tagwatch.cli.page.model.Scene;
import io.tagwatch.common.alarm.Severity;
import io.tagwatch.local.view.AlarmView;
import io.tagwatch.local.view.CloudView;
import io.tagwatch.local.view.ConditionView.Side;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
    assertThat(page.at("/verdict/sentence").asText())
        .isEqualTo("Since 08:03 UTC. Now down. Owner: jane.");
    assertThat(page.at("/watches/0/label").asText()).isEqualTo("Uptime");
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
