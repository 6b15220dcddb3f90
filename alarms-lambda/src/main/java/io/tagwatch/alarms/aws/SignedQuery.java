package io.tagwatch.alarms.aws;

import io.tagwatch.alarms.sync.Ticks;
import io.tagwatch.common.Environment;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;

/**
 * A service's Query protocol for the few operations that are used: a signed form, answered in XML.
 * Throttled calls, server errors and lost connections are tried again with growing pauses.
 */
final class SignedQuery {
  /**
   * A service that speaks it, with its name as endpoints, signatures and permissions spell it, and
   * the version of its API; see the service's API reference.
   */
  enum Service {
    EC2("ec2", "2016-11-15"),
    SNS("sns", "2010-03-31"),
    STS("sts", "2011-06-15");

    private final String label;
    private final String version;

    Service(String label, String version) {
      this.label = label;
      this.version = version;
    }
  }

  private static final int ATTEMPTS = 6;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final int SERVER_ERROR = 500;

  private final Service service;
  private final URI endpoint;
  private final Region region;
  private final AwsCredentialsProvider credentials;
  private final SdkHttpClient http;
  private final Ticks ticks;
  private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();

  SignedQuery(
      Service service,
      Environment environment,
      Region region,
      AwsCredentialsProvider credentials,
      SdkHttpClient http,
      Ticks ticks) {
    this.service = service;
    this.endpoint = environment.endpoint(service.name()).orElseGet(() -> endpoint(service, region));
    this.region = region;
    this.credentials = credentials;
    this.http = http;
    this.ticks = ticks;
  }

  /**
   * Calls an action.
   *
   * @throws software.amazon.awssdk.core.exception.SdkException as an SDK client would
   */
  byte[] call(String action, Map<String, String> parameters) {
    byte[] form = form(action, parameters);
    for (int attempt = 1; ; attempt++) {
      try {
        Reply reply = send(form);
        if (reply.status() < 300) {
          return reply.body();
        }
        if (attempt == ATTEMPTS || !reply.isWorthAnotherTry()) {
          throw QueryFault.of(service.label, reply.status(), reply.body());
        }
      } catch (IOException e) {
        if (attempt == ATTEMPTS) {
          throw SdkClientException.create(String.valueOf(e.getMessage()), e);
        }
      }
      ticks.pause(pause(attempt));
    }
  }

  private record Reply(int status, byte[] body) {
    boolean isWorthAnotherTry() {
      return status >= SERVER_ERROR || Faults.isThrottling(QueryFault.code(body));
    }
  }

  private Reply send(byte[] form) throws IOException {
    ContentStreamProvider payload = ContentStreamProvider.fromByteArray(form);
    SdkHttpRequest request =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.POST)
            .uri(endpoint)
            .putHeader("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
            .putHeader("Content-Length", String.valueOf(form.length))
            .build();
    SignedRequest signed =
        signer.sign(
            sign ->
                sign.identity(credentials.resolveCredentials())
                    .request(request)
                    .payload(payload)
                    .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service.label)
                    .putProperty(AwsV4HttpSigner.REGION_NAME, region.id()));
    HttpExecuteResponse response =
        http.prepareRequest(
                HttpExecuteRequest.builder()
                    .request(signed.request())
                    .contentStreamProvider(signed.payload().orElse(payload))
                    .build())
            .call();
    try (InputStream body = response.responseBody().orElse(null)) {
      byte[] bytes = body == null ? new byte[0] : body.readAllBytes();
      return new Reply(response.httpResponse().statusCode(), bytes);
    }
  }

  private byte[] form(String action, Map<String, String> parameters) {
    Map<String, String> all = new TreeMap<>(parameters);
    all.put("Action", action);
    all.put("Version", service.version);
    StringBuilder form = new StringBuilder();
    for (Map.Entry<String, String> entry : all.entrySet()) {
      form.append(form.isEmpty() ? "" : "&")
          .append(entry.getKey())
          .append('=')
          .append(URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8));
    }
    return form.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Doubles each time, of which a random half is waited at least. */
  private static Duration pause(int attempt) {
    Duration longest = FIRST_PAUSE.multipliedBy(1L << attempt);
    return longest
        .dividedBy(2)
        .plusMillis(ThreadLocalRandom.current().nextLong(longest.toMillis() / 2 + 1));
  }

  private static URI endpoint(Service service, Region region) {
    return URI.create(
        "https://"
            + service.label
            + "."
            + region.id()
            + "."
            + PartitionMetadata.of(region).dnsSuffix()
            + "/");
  }
}
