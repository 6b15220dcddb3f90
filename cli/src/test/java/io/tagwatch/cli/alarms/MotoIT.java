package io.tagwatch.cli.alarms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tagwatch.alarms.AlarmsHandler;
import io.tagwatch.common.Environment;
import io.tagwatch.local.CloudOptions;
import io.tagwatch.local.EmbeddedCloud;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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

/**
 * The same story on moto, another model of AWS, and on the embedded cloud leaves the same alarms,
 * as boto3 reads them. Skipped where moto is not installed.
 */
class MotoIT {
  private static final Path SCRIPTS = Path.of("src/test/resources/moto");
  private static final String ALARMS =
      """
      {"limits": {"writes_per_second": 1000},
       "alarms": {
         "status-check": {"priority": 1, "metric": "AWS/EC2 StatusCheckFailed",
           "statistic": "Maximum", "critical": ">= 1", "datapoints": "2 of 2", "period": "60s"},
         "cpu": {"metric": "AWS/EC2 CPUUtilization", "statistic": "p99", "warning": "> 80.5",
           "critical": "> 95"},
         "disk": {"metric": "Tagwatch/Host disk_used_percent", "statistic": "Maximum",
           "warning": "> 80", "critical": "> 90", "each": ["path"]}},
       "profiles": {"base": {"servers": "all", "alarms": ["status-check", "cpu", "disk"]}}}
      """;

  @TempDir Path folder;

  @BeforeEach
  void configuration() throws IOException {
    Files.writeString(folder.resolve("alarms.json"), ALARMS);
    Files.writeString(folder.resolve("checks.json"), "{}");
  }

  @Test
  void endsInTheSameStateOnMotoAndOnTheEmbeddedCloud() throws Exception {
    assumeTrue(
        run("python3", "-c", "import boto3, moto.server").status() == 0,
        "boto3 and moto's server are not installed");

    String onMoto;
    Process moto =
        new ProcessBuilder("python3", SCRIPTS.resolve("moto_front.py").toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(moto.getInputStream(), StandardCharsets.UTF_8))) {
      String[] urls = lines.readLine().split(" ");
      play(URI.create(urls[0]));
      onMoto = endState(urls[1]);
    } finally {
      moto.destroy();
      moto.waitFor(10, TimeUnit.SECONDS);
      moto.destroyForcibly();
    }
    String onOurs;
    try (EmbeddedCloud cloud = EmbeddedCloud.start(CloudOptions.defaults())) {
      play(cloud.url());
      onOurs = endState(cloud.url().toString());
    }

    assertThat(onOurs).contains("tagwatch/it/web-1/disk:/data/critical", "by-hand");
    assertThat(onOurs.lines()).hasSize(5);
    assertThat(onMoto).isEqualTo(onOurs);
  }

  /** Installs, follows a tag and the end of a server, mends a hand edit, leaves others alone. */
  private void play(URI cloud) throws IOException {
    var credentials = StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test"));
    try (Ec2Client ec2 =
            Ec2Client.builder()
                .endpointOverride(cloud)
                .region(Region.EU_WEST_1)
                .credentialsProvider(credentials)
                .httpClient(UrlConnectionHttpClient.create())
                .build();
        CloudWatchClient cloudWatch =
            CloudWatchClient.builder()
                .endpointOverride(cloud)
                .region(Region.EU_WEST_1)
                .credentialsProvider(credentials)
                .httpClient(UrlConnectionHttpClient.create())
                .build()) {
      String kept = launch(ec2, "web-1");
      String gone = launch(ec2, "web-2");
      disk(cloudWatch, kept);
      byHand(cloudWatch, "tagwatch/it/by-hand", "nobody's");
      assertThat(reconcile(cloud)).contains("\"created\":8");
      String edited = "tagwatch/it/" + kept + "/status-check/critical";
      byHand(cloudWatch, edited, description(cloudWatch, edited));
      ec2.createTags(
          r ->
              r.resources(kept)
                  .tags(
                      Tag.builder().key("tagwatch:cpu").value("50/60 2of3 5m max").build(),
                      Tag.builder().key("tagwatch:disk:/data").value("99").build()));
      ec2.terminateInstances(r -> r.instanceIds(gone));
      reconcile(cloud);
      reconcile(cloud);
    }
  }

  private static String launch(Ec2Client ec2, String name) {
    Tag tag = Tag.builder().key("Name").value(name).build();
    return ec2.runInstances(
            r ->
                r.imageId("ami-12345678")
                    .instanceType(InstanceType.T3_MICRO)
                    .minCount(1)
                    .maxCount(1)
                    .tagSpecifications(
                        TagSpecification.builder()
                            .resourceType(ResourceType.INSTANCE)
                            .tags(tag)
                            .build()))
        .instances()
        .getFirst()
        .instanceId();
  }

  private static void disk(CloudWatchClient cloudWatch, String id) {
    cloudWatch.putMetricData(
        r ->
            r.namespace("Tagwatch/Host")
                .metricData(
                    MetricDatum.builder()
                        .metricName("disk_used_percent")
                        .value(41.0)
                        .timestamp(Instant.now())
                        .dimensions(
                            Dimension.builder().name("InstanceId").value(id).build(),
                            Dimension.builder().name("path").value("/data").build())
                        .build()));
  }

  private static String description(CloudWatchClient cloudWatch, String name) {
    return cloudWatch
        .describeAlarms(r -> r.alarmNames(name))
        .metricAlarms()
        .getFirst()
        .alarmDescription();
  }

  private static void byHand(CloudWatchClient cloudWatch, String name, String description) {
    cloudWatch.putMetricAlarm(
        r ->
            r.alarmName(name)
                .alarmDescription(description)
                .namespace("N")
                .metricName("M")
                .statistic("Maximum")
                .period(60)
                .evaluationPeriods(1)
                .threshold(7.0)
                .comparisonOperator("GreaterThanThreshold"));
  }

  private String reconcile(URI cloud) throws IOException {
    Environment environment =
        new Environment(
            Map.of(
                "TAGWATCH_CONFIG_DIR", folder.toString(),
                "TAGWATCH_DEPLOYMENT", "it",
                "TAGWATCH_TOPIC_ARN", "arn:aws:sns:eu-west-1:123456789012:alarms",
                "TAGWATCH_LOG_LEVEL", "error",
                "AWS_REGION", "eu-west-1",
                "AWS_ENDPOINT_URL", cloud.toString(),
                "AWS_ACCESS_KEY_ID", "test",
                "AWS_SECRET_ACCESS_KEY", "test"),
            Instant::now);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] event = "{\"action\":\"reconcile\"}".getBytes(StandardCharsets.UTF_8);
    new AlarmsHandler(environment).handleRequest(new ByteArrayInputStream(event), out, null);
    return out.toString(StandardCharsets.UTF_8).replace(" ", "");
  }

  private String endState(String url) throws Exception {
    Ran ran = run("python3", SCRIPTS.resolve("end_state.py").toString(), url);
    assertThat(ran.status()).as(ran.output()).isZero();
    return ran.output();
  }

  private record Ran(int status, String output) {}

  private static Ran run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ran(process.waitFor(), output);
  }
}
