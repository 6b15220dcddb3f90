package io.tagwatch.alarms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tagwatch.alarms.fleet.Failure;
import io.tagwatch.alarms.rule.AlarmsConfig;
import io.tagwatch.alarms.rule.Place;
import io.tagwatch.alarms.sync.AlarmsQueue;
import io.tagwatch.alarms.sync.FakeCloud;
import io.tagwatch.alarms.sync.SyncReport;
import io.tagwatch.alarms.sync.Ticks;
import io.tagwatch.alarms.sync.TimeLeft;
import io.tagwatch.alarms.sync.TokenBucket;
import io.tagwatch.alarms.sync.WriteOutcome;
import io.tagwatch.alarms.trigger.Input;
import io.tagwatch.common.Environment;
import io.tagwatch.common.log.JsonLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunsTest {
  private static final String RECONCILE = "{\\'action\\':\\'reconcile\\'}";
  private static final String TERMINATED =
      "{\\'detail-type\\':\\'EC2 Instance State-change Notification\\',"
          + "\\'detail\\':{\\'instance-id\\':\\'i-1\\',\\'state\\':\\'terminated\\'}}";

  private AlarmsConfig config = TestConfigs.usual();
  private final FakeCloud cloud = new FakeCloud();
  private final List<SyncReport> published = new ArrayList<>();
  private Optional<Failure> metricsFailure = Optional.empty();
  private Optional<AlarmsQueue> queue = Optional.empty();
  private List<PlaceSync> places = List.of();
  private final List<Boolean> asked = new ArrayList<>();

  @Test
  void answersABatchWithItsReportAndNoFailures() throws IOException {
    cloud.add(TestServers.running("i-1", "tagwatch:cpu", "9O", "tagwatch:x", "1"));

    String json = json(answer(batch(RECONCILE, RECONCILE)));

    assertThat(json)
        .startsWith(
            "{'complete':true,'servers':1,'desired':3,'created':3,'updated':0,'deleted':0,"
                + "'unchanged':0,'foreign':0,'backlog':0,'held':0,'reminded':0,'rejectedTags':["
                + "{'subject':'i-1','key':'tagwatch:cpu','value':'9O','column':1,"
                + "'problem':'\\'9O\\' is not a number','expected':'a number such as 90, 0.5 or -1,"
                + " or warning/critical such as 80/95, or off'},"
                + "{'subject':'i-1','key':'tagwatch:x','value':'1','column':null,")
        .contains("'rejectedTagsOmitted':0,'findings':[")
        .endsWith("'errors':[],'errorsOmitted':0,'batchItemFailures':[]}");
    assertThat(published).hasSize(1);
  }

  @Test
  void wakesOnlyInTheMinuteInWhichAMaintenanceWindowBeginsOrEnds() throws IOException {
    config =
        TestConfigs.read(
            TestConfigs.ALARMS,
            "{'checks': [{'url': 'http://a.example/',"
                + " 'maintenance': {'cron': '0 9 * * *', 'duration': '1h'}}]}");

    String idle = json(answer("{'action':'tick','time':'2026-11-21T08:57:00Z'}"));
    List<String> callsWhileIdle = List.copyOf(cloud.calls);
    String turn = json(answer("{'action':'tick','time':'2026-11-21T08:58:00Z'}"));

    assertThat(idle).contains("'complete':true").contains("'desired':0");
    assertThat(callsWhileIdle).isEmpty();
    assertThat(turn).contains("'created':3");
  }

  @Test
  void syncsOtherPlacesToo() throws IOException {
    FakeCloud other = elsewhere();
    cloud.add(TestServers.running("i-1"));
    other.add(TestServers.running("i-2"));

    String json = json(answer("{'action':'reconcile'}"));

    assertThat(json).contains("'servers':2").contains("'created':6");
    assertThat(other.alarms.get("tagwatch/test/i-2/cpu/critical").alarm().orElseThrow().actions())
        .satisfies(
            actions ->
                assertThat(actions.alarm())
                    .containsExactly("arn:aws:sns:us-east-1:222233334444:t"));
  }

  @Test
  void goesOnWithItsOwnServersWhenAnotherPlaceFails() throws IOException {
    FakeCloud other = elsewhere();
    cloud.add(TestServers.running("i-1"));
    other.failing.add("DescribeInstances");

    String json = json(answer("{'action':'reconcile'}"));

    assertThat(cloud.alarms).hasSize(3);
    assertThat(json)
        .contains("'complete':false")
        .contains("'message':'222233334444/us-east-1: it fails'")
        .contains("'places':{'222233334444/us-east-1':{'complete':false,'servers':0,")
        .contains("'errors':1}}");
  }

  @Test
  void doesTheOtherPlacesBeforeItBreaksOnItsOwn() {
    FakeCloud other = elsewhere();
    cloud.add(TestServers.running("i-1"));
    other.add(TestServers.running("i-2"));
    cloud.fate =
        () -> {
          throw new IllegalStateException("never thought of");
        };

    assertThatThrownBy(() -> answer("{'action':'reconcile'}")).hasMessage("never thought of");

    assertThat(other.alarms).hasSize(3);
  }

  @Test
  void givesAnEventToThePlaceThatItComesFrom() throws IOException {
    FakeCloud other = elsewhere();
    cloud.add(TestServers.running("i-2"));
    other.add(TestServers.running("i-2"));

    answer(
        "{'detail-type':'EC2 Instance State-change Notification','account':'222233334444',"
            + "'region':'us-east-1','detail':{'instance-id':'i-2','state':'running'}}");

    assertThat(cloud.alarms).isEmpty();
    assertThat(other.alarms).hasSize(3);
  }

  private FakeCloud elsewhere() {
    FakeCloud other = new FakeCloud();
    Place place =
        new Place(
            "us-east-1",
            "arn:aws:iam::222233334444:role/tagwatch",
            "arn:aws:sns:us-east-1:222233334444:t");
    places =
        List.of(
            new PlaceSync(
                place,
                config.elsewhere(),
                PlaceSync.there(environment(), place),
                other.world(),
                new TokenBucket(1_000, Ticks.real()),
                JsonLog.silent()));
    return other;
  }

  private static Environment environment() {
    return new Environment(
        Map.of("TAGWATCH_DEPLOYMENT", "test", "AWS_REGION", "eu-west-1"),
        () -> Instant.parse("2026-11-21T08:00:00Z"));
  }

  @Test
  void failsTheMessageThatItDoesNotUnderstandAndDoesTheRest() throws IOException {
    cloud.add(TestServers.running("i-1"));

    String json = json(answer(batch("garbage", RECONCILE)));

    assertThat(json)
        .contains("'created':3")
        .contains("'batchItemFailures':[{'itemIdentifier':'m0'}]");
  }

  @Test
  void failsEveryMessageWhenSomethingCouldNotBeRead() throws IOException {
    cloud.failing.add("DescribeInstances");

    assertThat(json(answer(batch(RECONCILE, TERMINATED))))
        .contains("'complete':false")
        .contains("'batchItemFailures':[{'itemIdentifier':'m0'},{'itemIdentifier':'m1'}]");
  }

  @Test
  void doesNotTryAgainBecauseOfItsOwnMetrics() throws IOException {
    metricsFailure = Optional.of(new Failure("PutMetricData", "no"));

    assertThat(json(answer(batch(RECONCILE))))
        .contains("'operation':'PutMetricData'")
        .contains("'batchItemFailures':[]");
  }

  @Test
  void looksAtOneServerForItsEventAndPublishesNoFleetMetrics() throws IOException {
    cloud.add(TestServers.running("i-2"));

    assertThat(json(answer(batch(TERMINATED)))).contains("'servers':0").contains("'created':0");
    assertThat(published).isEmpty();
  }

  @Test
  void refusesADirectInputThatItDoesNotUnderstand() {
    assertThatThrownBy(() -> answer("{'action':'recon'}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("{\"action\":\"reconcile\"}");
  }

  @Test
  void leavesTerraformsFirstRunToTheQueue() throws IOException {
    cloud.add(TestServers.running("i-1"));
    queue = Optional.of(asked::add);

    String json = json(answer("{'tf':{'action':'create'}}"));
    answer("{'tf':{'action':'update'},'action':'reconcile','allowDeletes':true}");

    assertThat(asked).containsExactly(false, true);
    assertThat(cloud.alarms).isEmpty();
    assertThat(json).startsWith("{'complete':true,'servers':0,'desired':0,'created':0");
  }

  @Test
  void doesTerraformsFirstRunAtOnceWithoutAQueue() throws IOException {
    cloud.add(TestServers.running("i-1"));

    assertThat(json(answer("{'tf':{'action':'update'}}"))).contains("'created':3");
  }

  @Test
  void destroysExactlyItsOwnAlarms() throws IOException {
    cloud.add(TestServers.running("i-1"));
    answer("{'action':'reconcile'}");
    cloud.alarms.put(
        "tagwatch/test/other",
        new io.tagwatch.alarms.alarm.ActualAlarm("tagwatch/test/other", "", Optional.empty()));

    String json = json(answer("{'tf':{'action':'delete'}}"));

    assertThat(cloud.alarms).containsOnlyKeys("tagwatch/test/other");
    assertThat(json).contains("'deleted':3").contains("'foreign':1").doesNotContain("batchItem");
  }

  @Test
  void stopsTerraformWhileAlarmsAreLeft() {
    cloud.add(TestServers.running("i-1"));
    answer("{'action':'reconcile'}");
    cloud.fate = () -> new WriteOutcome.Denied("add the permission cloudwatch:DeleteAlarms");

    assertThatThrownBy(() -> answer("{'tf':{'action':'delete'}}"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("3 alarms")
        .hasMessageContaining("cloudwatch:DeleteAlarms");
  }

  private Answer answer(String input) {
    Everywhere everywhere =
        new Everywhere(
            config,
            environment(),
            cloud.world(),
            new TokenBucket(1_000, Ticks.real()),
            Ticks.real(),
            places,
            JsonLog.silent());
    return new Runs(
            everywhere,
            (report, took) -> {
              published.add(report);
              return metricsFailure;
            },
            Ticks.real(),
            queue,
            JsonLog.silent())
        .answer(Input.parse(input.replace('\'', '"')), TimeLeft.endless());
  }

  private static String batch(String... bodies) {
    List<String> records = new ArrayList<>();
    for (String body : bodies) {
      records.add("{'messageId':'m" + records.size() + "','body':'" + body + "'}");
    }
    return "{'Records':[" + String.join(",", records) + "]}";
  }

  private static String json(Answer answer) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ReportJson.write(answer.report(), answer.failedMessages(), out);
    return out.toString(StandardCharsets.UTF_8).replace('"', '\'');
  }
}
