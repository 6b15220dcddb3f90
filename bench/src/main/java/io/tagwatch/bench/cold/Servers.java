package io.tagwatch.bench.cold;

import java.net.URI;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceType;

/** Servers of an embedded EC2. */
final class Servers {
  private Servers() {}

  /** Starts so many; their identifiers. */
  static List<String> start(URI endpoint, int count) {
    try (Ec2Client ec2 =
        Ec2Client.builder()
            .endpointOverride(endpoint)
            .region(Region.US_EAST_1)
            .httpClient(UrlConnectionHttpClient.create())
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
            .build()) {
      return ec2
          .runInstances(
              request ->
                  request
                      .imageId("ami-0123456789abcdef0")
                      .instanceType(InstanceType.T3_LARGE)
                      .minCount(count)
                      .maxCount(count))
          .instances()
          .stream()
          .map(Instance::instanceId)
          .toList();
    }
  }
}
