package io.tagwatch.bench.sync;

import io.tagwatch.local.CloudOptions;
import io.tagwatch.local.EmbeddedCloud;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceType;
import software.amazon.awssdk.services.ec2.model.Tag;

/** An embedded cloud with so many servers, each with an agent's metric; no alarm yet. */
final class SyncFleet implements AutoCloseable {
  /** Rules that give every server five alarms: 1 + 2 + 2. */
  static final String ALARMS =
      """
      {"alarms": {
         "status-check": {"priority": 1, "metric": "AWS/EC2 StatusCheckFailed",
           "statistic": "Maximum", "critical": ">= 1", "datapoints": "2 of 2", "period": "60s"},
         "cpu": {"metric": "AWS/EC2 CPUUtilization", "statistic": "Average",
           "warning": "> 80", "critical": "> 95"},
         "memory": {"metric": "Tagwatch/Host mem_used_percent", "statistic": "Average",
           "warning": "> 90", "critical": "> 95"}},
       "profiles": {"base": {"servers": "all", "alarms": ["status-check", "cpu", "memory"]}}}
      """;

  static final int ALARMS_PER_SERVER = 5;
  private static final int DATA_PER_PUT = 1_000;

  private final EmbeddedCloud cloud;
  private final List<String> ids = new ArrayList<>();

  private SyncFleet(EmbeddedCloud cloud) {
    this.cloud = cloud;
  }

  static SyncFleet of(int servers) {
    SyncFleet fleet = new SyncFleet(EmbeddedCloud.start(CloudOptions.defaults()));
    var credentials =
        StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));
    try (Ec2Client ec2 =
            Ec2Client.builder()
                .endpointOverride(fleet.url())
                .region(Region.US_EAST_1)
                .credentialsProvider(credentials)
                .httpClient(UrlConnectionHttpClient.create())
                .build();
        CloudWatchClient cloudWatch =
            CloudWatchClient.builder()
                .endpointOverride(fleet.url())
                .region(Region.US_EAST_1)
                .credentialsProvider(credentials)
                .httpClient(UrlConnectionHttpClient.create())
                .build()) {
      ec2
          .runInstances(
              request ->
                  request
                      .imageId("ami-0123456789abcdef0")
                      .instanceType(InstanceType.T3_LARGE)
                      .minCount(servers)
                      .maxCount(servers))
          .instances()
          .stream()
          .map(Instance::instanceId)
          .forEach(fleet.ids::add);
      fleet.publish(cloudWatch);
    }
    return fleet;
  }

  private void publish(CloudWatchClient cloudWatch) {
    Instant now = Instant.now();
    for (int i = 0; i < ids.size(); i += DATA_PER_PUT) {
      List<MetricDatum> data =
          ids.subList(i, Math.min(ids.size(), i + DATA_PER_PUT)).stream()
              .map(
                  id ->
                      MetricDatum.builder()
                          .metricName("mem_used_percent")
                          .dimensions(Dimension.builder().name("InstanceId").value(id).build())
                          .timestamp(now)
                          .value(50.0)
                          .build())
              .toList();
      cloudWatch.putMetricData(request -> request.namespace("Tagwatch/Host").metricData(data));
    }
  }

  URI url() {
    return cloud.url();
  }

  /** Puts a tag on one of the servers; its identifier. */
  String tagOne(String key, String value) {
    String id = ids.getFirst();
    try (Ec2Client ec2 =
        Ec2Client.builder()
            .endpointOverride(url())
            .region(Region.US_EAST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
            .httpClient(UrlConnectionHttpClient.create())
            .build()) {
      ec2.createTags(
          request -> request.resources(id).tags(Tag.builder().key(key).value(value).build()));
    }
    return id;
  }

  @Override
  public void close() {
    cloud.close();
  }
}
