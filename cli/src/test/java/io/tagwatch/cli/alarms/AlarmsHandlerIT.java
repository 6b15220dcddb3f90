package io.tagwatch.cli.alarms;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagwatch.alarms.AlarmsHandler;
import io.tagwatch.alarms.AlarmsPreview;
import io.tagwatch.alarms.desired.Explanation;
import io.tagwatch.alarms.rule.AlarmsConfig;
import io.tagwatch.alarms.sync.Survey;
import io.tagwatch.cli.config.ConfigFolder;
import io.tagwatch.common.Environment;
import io.tagwatch.common.config.JsonDocument;
import io.tagwatch.common.config.Node;
import io.tagwatch.common.config.Problems;
import io.tagwatch.local.CloudOptions;
import io.tagwatch.local.EmbeddedCloud;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

/** The real handler with the real SDK clients over the wire, against the embedded cloud. */
class AlarmsHandlerIT {
  private static final String ALARMS =
      """
      {"limits": {"writes_per_second": 1000},
       "alarms": {
         "status-check": {"priority": 1, "metric": "AWS/EC2 StatusCheckFailed", "statistic": "Maximum",
                          "critical": ">= 1", "datapoints": "2 of 2", "period": "60s"},
         "cpu": {"metric": "AWS/EC2 CPUUtilization", "statistic": "p99", "warning": "> 80.5",
                 "critical": "> 95"},
         "disk": {"metric": "Tagwatch/Host disk_used_percent", "statistic": "Maximum",
                  "warning": "> 80", "critical": "> 90", "each": ["path"],
                  "exclude": {"fstype": ["tmpfs"]}},
         "share": {"expression": "100 * a / b", "statistic": "Sum", "critical": "> 5",
                   "metrics": {"a": {"metric": "AWS/EC2 NetworkIn"},
                               "b": {"metric": "AWS/EC2 NetworkOut"}}},
         "check-down": {"subject": "checks", "metric": "Tagwatch/Uptime Up", "statistic": "Minimum",
                        "critical": "< 1", "missing": "breaching"}},
       "profiles": {"base": {"servers": "all", "alarms": ["status-check", "cpu", "disk"]},
                    "net": {"alarms": ["share"]}}}
      """;
  private static final String RECONCILE = "{\"action\":\"reconcile\"}";

  @TempDir Path folder;
  private EmbeddedCloud cloud;
  private Ec2Client ec2;
  private CloudWatchClient cloudWatch;
  private Environment environment;

  @BeforeEach
  void start() throws IOException {
    cloud = EmbeddedCloud.start(CloudOptions.defaults());
    var credentials = StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test"));
    ec2 =
        Ec2Client.builder()
            .endpointOverride(cloud.url())
            .region(Region.EU_WEST_1)
            .credentialsProvider(credentials)
            .httpClient(UrlConnectionHttpClient.create())
            .build();
    cloudWatch =
        CloudWatchClient.builder()
            .endpointOverride(cloud.url())
            .region(Region.EU_WEST_1)
            .credentialsProvider(credentials)
            .httpClient(UrlConnectionHttpClient.create())
            .build();
    Files.writeString(folder.resolve("alarms.json"), ALARMS);
    Files.writeString(
        folder.resolve("checks.json"), "{\"checks\": [\"https://shop.example.com/health\"]}");
    environment =
        new Environment(
            Map.of(
                "TAGWATCH_CONFIG_DIR", folder.toString(),
                "TAGWATCH_DEPLOYMENT", "it",
                "TAGWATCH_TOPIC_ARN", "arn:aws:sns:eu-west-1:123456789012:alarms",
                "TAGWATCH_LOG_LEVEL", "error",
                "AWS_REGION", "eu-west-1",
                "AWS_ENDPOINT_URL", cloud.url().toString(),
                "AWS_ACCESS_KEY_ID", "test",
                "AWS_SECRET_ACCESS_KEY", "test"),
            Instant::now);
  }

  @AfterEach
  void stop() {
    ec2.close();
    cloudWatch.close();
    cloud.close();
  }

  @Test
  void syncsOverTheWireAndThenWritesNothing() throws IOException {
    String id = run("Name", "web-1", "tagwatch:profiles", "net", "tagwatch:owner", "Jane Doe");
    disk(id, "/", "ext4");
    disk(id, "/tmp", "tmpfs");

    Node.Fields first = invoke(RECONCILE);
    Node.Fields second = invoke(RECONCILE);

    assertThat(alarms())
        .containsOnlyKeys(
            "tagwatch/it/" + id + "/status-check/critical",
            "tagwatch/it/" + id + "/cpu/critical",
            "tagwatch/it/" + id + "/cpu/warning",
            "tagwatch/it/" + id + "/disk://critical",
            "tagwatch/it/" + id + "/disk://warning",
            "tagwatch/it/" + id + "/share/critical",
            "tagwatch/it/shop.example.com/health/check-down/critical");
    assertThat(number(first, "created")).isEqualTo(7);
    assertThat(number(second, "created") + number(second, "updated")).isZero();
    assertThat(number(second, "unchanged")).isEqualTo(7);
    assertThat(alarms().get("tagwatch/it/" + id + "/cpu/warning").alarmDescription())
        .endsWith("alarm=cpu severity=warning owner=Jane%20Doe");
  }

  @Test
  void followsTagsEditsAndTheEndOfAServer() throws IOException {
    String id = run();
    invoke(RECONCILE);
    ec2.createTags(r -> r.resources(id).tags(tag("tagwatch:cpu", "50/60 2of3 5m max")));

    Node.Fields tagged =
        invoke(
            """
            {"Records": [{"messageId": "m1", "body": "{\\"detail-type\\":\\"Tag Change on Resource\\",\\"resources\\":[\\"arn:aws:ec2:eu-west-1:123456789012:instance/%s\\"]}"}]}
            """
                .formatted(id));
    MetricAlarm cpu = alarms().get("tagwatch/it/" + id + "/cpu/critical");
    ec2.terminateInstances(r -> r.instanceIds(id));
    Node.Fields gone = invoke(RECONCILE);

    assertThat(number(tagged, "updated")).isEqualTo(2);
    assertThat(tagged.values().get("batchItemFailures"))
        .isInstanceOfSatisfying(Node.Items.class, items -> assertThat(items.values()).isEmpty());
    assertThat(cpu.threshold()).isEqualTo(60);
    assertThat(cpu.datapointsToAlarm()).isEqualTo(2);
    assertThat(cpu.statisticAsString()).isEqualTo("Maximum");
    assertThat(number(gone, "deleted")).isEqualTo(3);
    assertThat(alarms())
        .containsOnlyKeys("tagwatch/it/shop.example.com/health/check-down/critical");
  }

  @Test
  void readsAllPagesAndDestroysExactlyItsOwn() throws IOException {
    IntStream.range(0, 40).forEach(i -> run("Name", "web-" + i));
    cloudWatch.putMetricAlarm(
        r ->
            r.alarmName("tagwatch/it/by-hand")
                .namespace("N")
                .metricName("M")
                .statistic("Maximum")
                .period(60)
                .evaluationPeriods(1)
                .threshold(1.0)
                .comparisonOperator("GreaterThanThreshold"));

    Node.Fields created = invoke(RECONCILE);
    Node.Fields unchanged = invoke(RECONCILE);
    Node.Fields destroyed = invoke("{\"tf\":{\"action\":\"delete\"}}");

    assertThat(number(created, "created")).isEqualTo(121);
    assertThat(number(created, "foreign")).isEqualTo(1);
    assertThat(number(unchanged, "unchanged")).isEqualTo(121);
    assertThat(number(destroyed, "deleted")).isEqualTo(121);
    assertThat(alarms()).containsOnlyKeys("tagwatch/it/by-hand");
  }

  @Test
  void tellsTheInstanceOfAMistakeAndTakesItBack() throws IOException {
    Files.writeString(
        folder.resolve("alarms.json"), "{\"status_tag\": true," + ALARMS.strip().substring(1));
    String id = run("tagwatch:cpu", "9O");

    Node.Fields wrong = invoke(RECONCILE);
    String told = tags(id).get("tagwatch:status");
    ec2.createTags(r -> r.resources(id).tags(tag("tagwatch:cpu", "90")));
    invoke(RECONCILE);

    assertThat(((Node.Items) wrong.values().get("rejectedTags")).values()).hasSize(1);
    assertThat(told).isEqualTo("tagwatch:cpu column 1: 9O is not a number");
    assertThat(tags(id)).doesNotContainKey("tagwatch:status");
  }

  @Test
  void makesAnAlarmSpeakThatWasMutedAndStillFires() throws IOException {
    String id = run("tagwatch:mute-until", "2999-01-01");
    String name = "tagwatch/it/" + id + "/cpu/critical";
    SqsInbox inbox = SqsInbox.of(cloud.url(), "alarms");
    invoke(RECONCILE);
    cloudWatch.setAlarmState(r -> r.alarmName(name).stateValue("ALARM").stateReason("hot"));
    ec2.deleteTags(r -> r.resources(id).tags(Tag.builder().key("tagwatch:mute-until").build()));
    List<String> whileMuted = inbox.take();

    Node.Fields report = invoke(RECONCILE);
    String state = alarms().get(name).stateValueAsString();
    cloudWatch.setAlarmState(r -> r.alarmName(name).stateValue("ALARM").stateReason("still hot"));

    assertThat(whileMuted).isEmpty();
    assertThat(number(report, "reminded")).isEqualTo(1);
    assertThat(state).isEqualTo("INSUFFICIENT_DATA");
    assertThat(inbox.take()).singleElement().asString().contains(name, "still hot");
  }

  @Test
  void previewsAndExplainsTheShippedRulesWithoutWriting() {
    String id = run("Name", "web-1", "tagwatch:cpu", "70/90");
    disk(id, "/", "ext4");
    var shipped = ConfigFolder.yaml(Path.of("../config/alarms.yaml"));
    var checks = ConfigFolder.yaml(Path.of("../config/checks.yaml"));
    AlarmsPreview preview = new AlarmsPreview(AlarmsConfig.read(shipped, checks), environment);

    Survey.Read survey = (Survey.Read) preview.survey(false);
    Explanation explained = preview.explain(survey, id).orElseThrow();

    assertThat(survey.plan().changes()).isNotEmpty();
    assertThat(preview.cost(survey).creates()).isEqualTo(survey.desired().alarms().size());
    assertThat(explained.alarms())
        .extracting(Explanation.Row::alarm)
        .startsWith("status-check-system", "status-check-instance", "cpu", "cpu-credits")
        .contains("disk:/", "memory");
    assertThat(explained.alarms().get(2).decidedBy().levels()).isEqualTo("tag tagwatch:cpu");
    assertThat(alarms()).isEmpty();
  }

  private Map<String, String> tags(String id) {
    Map<String, String> tags = new TreeMap<>();
    ec2.describeInstances(r -> r.instanceIds(id)).reservations().stream()
        .flatMap(reservation -> reservation.instances().stream())
        .flatMap(instance -> instance.tags().stream())
        .forEach(tag -> tags.put(tag.key(), tag.value()));
    return tags;
  }

  private Node.Fields invoke(String input) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new AlarmsHandler(environment)
        .handleRequest(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), out, null);
    Node.Fields report =
        (Node.Fields)
            JsonDocument.parse(out.toString(StandardCharsets.UTF_8), new Problems("report"));
    assertThat(report.values().get("errors"))
        .isInstanceOfSatisfying(Node.Items.class, items -> assertThat(items.values()).isEmpty());
    return report;
  }

  private static int number(Node.Fields report, String key) {
    return ((Node.Numeric) report.values().get(key)).value().intValueExact();
  }

  private String run(String... tags) {
    List<Tag> list =
        IntStream.range(0, tags.length / 2)
            .mapToObj(i -> tag(tags[2 * i], tags[2 * i + 1]))
            .toList();
    return ec2.runInstances(
            r -> {
              r.imageId("ami-12345678").instanceType("t3.micro").minCount(1).maxCount(1);
              if (!list.isEmpty()) {
                r.tagSpecifications(
                    TagSpecification.builder()
                        .resourceType(ResourceType.INSTANCE)
                        .tags(list)
                        .build());
              }
            })
        .instances()
        .getFirst()
        .instanceId();
  }

  private static Tag tag(String key, String value) {
    return Tag.builder().key(key).value(value).build();
  }

  private void disk(String id, String path, String fstype) {
    cloudWatch.putMetricData(
        r ->
            r.namespace("Tagwatch/Host")
                .metricData(
                    MetricDatum.builder()
                        .metricName("disk_used_percent")
                        .value(41.0)
                        .timestamp(Instant.now())
                        .dimensions(
                            dimension("InstanceId", id),
                            dimension("path", path),
                            dimension("fstype", fstype))
                        .build()));
  }

  private static Dimension dimension(String name, String value) {
    return Dimension.builder().name(name).value(value).build();
  }

  private Map<String, MetricAlarm> alarms() {
    Map<String, MetricAlarm> alarms = new TreeMap<>();
    cloudWatch
        .describeAlarmsPaginator(r -> r.alarmNamePrefix("tagwatch/"))
        .metricAlarms()
        .forEach(alarm -> alarms.put(alarm.alarmName(), alarm));
    return alarms;
  }
}
