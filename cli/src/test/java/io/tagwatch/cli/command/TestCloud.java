package io.tagwatch.cli.command;

import io.tagwatch.alarms.AlarmsHandler;
import io.tagwatch.cli.config.ConfigFolder;
import io.tagwatch.common.Environment;
import io.tagwatch.local.CloudOptions;
import io.tagwatch.local.EmbeddedCloud;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.InstanceType;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

/** An embedded cloud with a folder of rules, for commands that ask a cloud. */
final class TestCloud implements AutoCloseable {
  static final String TOPIC = "arn:aws:sns:eu-west-1:123456789012:alarms";
  private static final String REGION = "eu-west-1";

  private final Path folder;
  private final EmbeddedCloud cloud;
  final Ec2Client ec2;
  final CloudWatchClient cloudWatch;

  private TestCloud(Path folder, EmbeddedCloud cloud) {
    this.folder = folder;
    this.cloud = cloud;
    var credentials = StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test"));
    this.ec2 =
        Ec2Client.builder()
            .endpointOverride(cloud.url())
            .region(Region.of(REGION))
            .credentialsProvider(credentials)
            .httpClient(UrlConnectionHttpClient.create())
            .build();
    this.cloudWatch =
        CloudWatchClient.builder()
            .endpointOverride(cloud.url())
            .region(Region.of(REGION))
            .credentialsProvider(credentials)
            .httpClient(UrlConnectionHttpClient.create())
            .build();
  }

  /** Starts one whose rules are written to {@code folder}; its clock is real. */
  static TestCloud start(Path folder, String alarmsYaml) {
    TestCloud cloud = new TestCloud(folder, EmbeddedCloud.start(CloudOptions.defaults()));
    cloud.rules(alarmsYaml);
    return cloud;
  }

  /** Writes other rules. */
  void rules(String alarmsYaml) {
    try {
      Files.writeString(folder.resolve("alarms.yaml"), alarmsYaml);
      Files.writeString(folder.resolve("checks.yaml"), "checks: []\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs a command against this cloud. */
  Spoken tagwatch(String command, String... arguments) {
    List<String> all = new ArrayList<>(List.of(command));
    all.addAll(List.of("--config", folder.toString(), "--deployment", "it"));
    all.addAll(List.of("--endpoint", cloud.url().toString(), "--region", REGION));
    all.addAll(List.of(arguments));
    return Spoken.by(all.toArray(String[]::new));
  }

  /** Lets alarms-lambda do what it would. */
  String reconcile() {
    Path json = folder.resolve("layer");
    try {
      for (String name : List.of("alarms", "checks")) {
        ConfigFolder.writeJson(new ConfigFolder(folder).read(name).root(), json, name);
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] event = "{\"action\":\"reconcile\"}".getBytes(StandardCharsets.UTF_8);
      new AlarmsHandler(environment(json))
          .handleRequest(new ByteArrayInputStream(event), out, null);
      return out.toString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Environment environment(Path layer) {
    return new Environment(
        Map.of(
            "TAGWATCH_CONFIG_DIR",
            layer.toString(),
            "TAGWATCH_DEPLOYMENT",
            "it",
            "TAGWATCH_TOPIC_ARN",
            TOPIC,
            "TAGWATCH_LOG_LEVEL",
            "error",
            "AWS_REGION",
            REGION,
            "AWS_ENDPOINT_URL",
            cloud.url().toString(),
            "AWS_ACCESS_KEY_ID",
            "test",
            "AWS_SECRET_ACCESS_KEY",
            "test"),
        Instant::now);
  }

  /** Starts a t3.micro whose tags are given as keys and values in turn. */
  String run(String... tags) {
    List<Tag> list =
        IntStream.range(0, tags.length / 2)
            .mapToObj(i -> Tag.builder().key(tags[2 * i]).value(tags[2 * i + 1]).build())
            .toList();
    TagSpecification specification =
        TagSpecification.builder().resourceType(ResourceType.INSTANCE).tags(list).build();
    return ec2.runInstances(
            request ->
                request
                    .imageId("ami-12345678")
                    .instanceType(InstanceType.T3_MICRO)
                    .minCount(1)
                    .maxCount(1)
                    .tagSpecifications(list.isEmpty() ? List.of() : List.of(specification)))
        .instances()
        .getFirst()
        .instanceId();
  }

  /** Publishes one value a minute, the last one at {@code end}. */
  void publish(String metric, Map<String, String> dimensions, Instant end, double... values) {
    int blank = metric.indexOf(' ');
    List<Dimension> list =
        dimensions.entrySet().stream()
            .map(entry -> Dimension.builder().name(entry.getKey()).value(entry.getValue()).build())
            .toList();
    List<MetricDatum> data =
        IntStream.range(0, values.length)
            .mapToObj(
                i ->
                    MetricDatum.builder()
                        .metricName(metric.substring(blank + 1))
                        .dimensions(list)
                        .timestamp(end.minusSeconds(60L * (values.length - 1 - i)))
                        .value(values[i])
                        .build())
            .toList();
    for (int i = 0; i < data.size(); i += 500) {
      List<MetricDatum> part = data.subList(i, Math.min(data.size(), i + 500));
      cloudWatch.putMetricData(r -> r.namespace(metric.substring(0, blank)).metricData(part));
    }
  }

  /** The names of all alarms. */
  Set<String> alarms() {
    Stream<String> names =
        cloudWatch
            .describeAlarmsPaginator(r -> r.alarmNamePrefix("tagwatch/"))
            .metricAlarms()
            .stream()
            .map(alarm -> alarm.alarmName());
    return new TreeSet<>(names.toList());
  }

  @Override
  public void close() {
    ec2.close();
    cloudWatch.close();
    cloud.close();
  }
}
