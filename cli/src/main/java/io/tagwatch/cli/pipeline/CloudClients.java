package io.tagwatch.cli.pipeline;

import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The SDK's clients for the services of an embedded cloud. */
public record CloudClients(
    CloudWatchClient cloudWatch, Ec2Client ec2, SnsClient sns, SqsClient sqs, SdkHttpClient http)
    implements AutoCloseable {

  /** Clients that sign with made-up credentials, which an embedded cloud accepts. */
  public static CloudClients of(URI url, String region) {
    SdkHttpClient http = UrlConnectionHttpClient.create();
    return new CloudClients(
        client(CloudWatchClient.builder(), http, url, region),
        client(Ec2Client.builder(), http, url, region),
        client(SnsClient.builder(), http, url, region),
        client(SqsClient.builder(), http, url, region),
        http);
  }

  private static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(
      B builder, SdkHttpClient http, URI url, String region) {
    return builder
        .httpClient(http)
        .endpointOverride(url)
        .region(Region.of(region))
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .build();
  }

  @Override
  public void close() {
    cloudWatch.close();
    ec2.close();
    sns.close();
    sqs.close();
    http.close();
  }
}
