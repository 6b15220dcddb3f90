package io.tagwatch.uptime.publish;

import io.tagwatch.common.Environment;
import io.tagwatch.common.tls.SystemTrust;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
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
 * reads no profile files and asks no metadata service, and trusted authorities are read only when
 * there is something to trust.
 */
public final class CloudWatchClients {
  private static final int CONNECT_MILLIS = 2_000;
  private static final int READ_MILLIS = 5_000;

  private CloudWatchClients() {}

  /**
   * A client for the region and the credentials that the environment names.
   *
   * @param endpoint empty for the real service
   */
  public static CloudWatchClient of(Environment environment, Optional<URI> endpoint) {
    CloudWatchClientBuilder builder =
        CloudWatchClient.builder()
            .region(Region.of(environment.region().orElse("us-east-1")))
            .credentialsProvider(credentials(environment))
            .httpClient(UrlConnectionHttpClient.create(CloudWatchClients::open))
            .overrideConfiguration(
                override ->
                    override
                        .retryStrategy(AwsRetryStrategy.doNotRetry())
                        .defaultProfileFile(ProfileFile.aggregator().build()));
    endpoint.ifPresent(builder::endpointOverride);
    return builder.build();
  }

  /**
   * With connections opened here, the client does not prepare TLS before it needs it, and shares
   * the trusted authorities with the probes.
   */
  private static HttpURLConnection open(URI url) {
    try {
      HttpURLConnection connection = (HttpURLConnection) url.toURL().openConnection();
      connection.setConnectTimeout(CONNECT_MILLIS);
      connection.setReadTimeout(READ_MILLIS);
      if (connection instanceof HttpsURLConnection secured) {
        secured.setSSLSocketFactory(SharedTls.SOCKETS);
      }
      return connection;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Made when the first https connection is opened. */
  private static final class SharedTls {
    static final SSLSocketFactory SOCKETS = make();

    private static SSLSocketFactory make() {
      try {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {SystemTrust.INSTANCE}, null);
        return context.getSocketFactory();
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("this Java has no TLS", e);
      }
    }
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
