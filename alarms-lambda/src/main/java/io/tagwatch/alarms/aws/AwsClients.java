package io.tagwatch.alarms.aws;

import io.tagwatch.alarms.aws.SignedQuery.Service;
import io.tagwatch.alarms.fleet.StatusTag;
import io.tagwatch.alarms.sync.AlarmsQueue;
import io.tagwatch.alarms.sync.Ticks;
import io.tagwatch.alarms.tag.Notices;
import io.tagwatch.common.Environment;
import io.tagwatch.common.config.ConfigException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.endpoints.CloudWatchEndpointProvider;

/**
 * Builds clients that start fast: region, credentials and endpoint from the environment, no profile
 * files, no service loader.
 */
public final class AwsClients {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);
  private static final Duration SOCKET_TIMEOUT = Duration.ofSeconds(15);
  private static final int READ_ATTEMPTS = 6;

  private final Environment environment;
  private final Region region;
  private final AwsCredentialsProvider credentials;
  private final SdkHttpClient http;

  /** Opens no connection yet. */
  public AwsClients(Environment environment) {
    this(environment, credentials(environment));
  }

  /**
   * To another region or account, with the credentials of a role there.
   *
   * @param here where the role is asked for
   * @param there the same with the other region and its topic
   */
  public static AwsClients elsewhere(
      Environment here, Environment there, String role, Ticks ticks) {
    AwsClients home = new AwsClients(here);
    return new AwsClients(
        there,
        new AssumedRole(
            home.query(Service.STS, home.region, ticks),
            role,
            "tagwatch-" + here.deployment(),
            here.clock()));
  }

  private AwsClients(Environment environment, AwsCredentialsProvider credentials) {
    this.environment = environment;
    this.region =
        Region.of(
            environment
                .region()
                .orElseThrow(
                    () ->
                        ConfigException.of(
                            "environment", "AWS_REGION is not set; set it to your region")));
    this.credentials = credentials;
    this.http = UrlConnectionHttpClient.create(AwsClients::open);
  }

  /** The servers of the region. */
  public Ec2ServerSource servers(Ticks ticks) {
    return new Ec2ServerSource(query(Service.EC2, region, ticks));
  }

  /** The tag that tells of mistakes. */
  public StatusTag statusTag(Ticks ticks) {
    return new Ec2StatusTag(query(Service.EC2, region, ticks));
  }

  /** Where people are told of mistakes: the topic of the alarms; nowhere when there is none. */
  public Notices notices(Ticks ticks) {
    return environment
        .topicArn()
        .<Notices>map(
            topic ->
                new SnsNotices(
                    query(Service.SNS, Arns.region(topic).map(Region::of).orElse(region), ticks),
                    topic))
        .orElseGet(Notices::none);
  }

  /** The queue that {@code TAGWATCH_QUEUE_URL} names; empty when it names none. */
  public Optional<AlarmsQueue> queue() {
    return environment
        .value("TAGWATCH_QUEUE_URL")
        .map(
            url ->
                new SqsAlarmsQueue(
                    environment.endpoint("SQS").orElseGet(() -> URI.create(url).resolve("/")),
                    url,
                    region,
                    credentials,
                    http));
  }

  /** For reading: tries again when throttled. */
  public CloudWatchClient cloudWatchReads() {
    return cloudWatch(READ_ATTEMPTS);
  }

  /** For writing: the caller decides about another try, since it keeps the pace. */
  public CloudWatchClient cloudWatchWrites() {
    return cloudWatch(1);
  }

  private SignedQuery query(Service service, Region where, Ticks ticks) {
    return new SignedQuery(service, environment, where, credentials, http, ticks);
  }

  private CloudWatchClient cloudWatch(int attempts) {
    ProfileFile noProfiles = ProfileFile.aggregator().build();
    RetryStrategy retries =
        AwsRetryStrategy.standardRetryStrategy().toBuilder().maxAttempts(attempts).build();
    return CloudWatchClient.builder()
        .region(region)
        .credentialsProvider(credentials)
        .httpClient(http)
        .endpointOverride(environment.endpoint("CLOUDWATCH").orElseGet(this::cloudWatchEndpoint))
        .fipsEnabled(false)
        .dualstackEnabled(false)
        .overrideConfiguration(
            ClientOverrideConfiguration.builder()
                .retryStrategy(retries)
                .defaultProfileFile(noProfiles)
                .build())
        .build();
  }

  /** Left to itself, the client would look for an address in the process as well. */
  private URI cloudWatchEndpoint() {
    boolean fips =
        environment.value("AWS_USE_FIPS_ENDPOINT").filter("true"::equalsIgnoreCase).isPresent();
    return CloudWatchEndpointProvider.defaultProvider()
        .resolveEndpoint(endpoint -> endpoint.region(region).useFips(fips).useDualStack(false))
        .join()
        .url();
  }

  /**
   * With a connection factory of its own, the client does not prepare TLS before it needs it; the
   * platform's defaults are the same.
   */
  private static HttpURLConnection open(URI uri) {
    try {
      HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
      connection.setConnectTimeout((int) CONNECT_TIMEOUT.toMillis());
      connection.setReadTimeout((int) SOCKET_TIMEOUT.toMillis());
      return connection;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static AwsCredentialsProvider credentials(Environment environment) {
    Optional<String> id = environment.value("AWS_ACCESS_KEY_ID");
    Optional<String> secret = environment.value("AWS_SECRET_ACCESS_KEY");
    if (id.isEmpty() || secret.isEmpty()) {
      return DefaultCredentialsProvider.builder().build();
    }
    return StaticCredentialsProvider.create(
        environment
            .value("AWS_SESSION_TOKEN")
            .<software.amazon.awssdk.auth.credentials.AwsCredentials>map(
                token -> AwsSessionCredentials.create(id.get(), secret.get(), token))
            .orElseGet(() -> AwsBasicCredentials.create(id.get(), secret.get())));
  }
}
