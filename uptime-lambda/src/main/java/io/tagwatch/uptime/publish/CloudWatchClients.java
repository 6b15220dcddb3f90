package io.tagwatch.uptime.publish;

import io.tagwatch.common.Environment;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClientBuilder;

/**
 * Builds the client the cheap way: everything that the SDK would search for is given, so that it
 * reads no profile files and asks no metadata service.
 */
public final class CloudWatchClients {
  private static final java.time.Duration CONNECT = java.time.Duration.ofSeconds(2);
  private static final java.time.Duration READ = java.time.Duration.ofSeconds(5);

  private CloudWatchClients() {}

  /** A client for the endpoint, the region and the credentials that the environment names. */
  public static CloudWatchClient of(Environment environment) {
    CloudWatchClientBuilder builder =
        CloudWatchClient.builder()
            .region(Region.of(environment.region().orElse("us-east-1")))
            .credentialsProvider(credentials(environment))
            .httpClientBuilder(
                UrlConnectionHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(READ))
            .overrideConfiguration(
                override ->
                    override
                        .retryStrategy(AwsRetryStrategy.doNotRetry())
                        .defaultProfileFile(ProfileFile.aggregator().build()));
    environment.endpoint("CLOUDWATCH").ifPresent(builder::endpointOverride);
    return builder.build();
  }

  private static AwsCredentialsProvider credentials(Environment environment) {
    Optional<String> id = environment.value("AWS_ACCESS_KEY_ID");
    Optional<String> secret = environment.value("AWS_SECRET_ACCESS_KEY");
    if (id.isEmpty() || secret.isEmpty()) {
      return DefaultCredentialsProvider.builder().build();
    }
    AwsCredentials given =
        environment
            .value("AWS_SESSION_TOKEN")
            .<AwsCredentials>map(
                token -> AwsSessionCredentials.create(id.get(), secret.get(), token))
            .orElseGet(() -> AwsBasicCredentials.create(id.get(), secret.get()));
    return StaticCredentialsProvider.create(given);
  }
}
