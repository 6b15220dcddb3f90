package io.tagwatch.alarms.aws;

import io.tagwatch.alarms.sync.AlarmsQueue;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.regions.Region;

/**
 * The queue as a FIFO queue of SQS, in which everything is one message group. One signed call in
 * AWS JSON 1.0, once in the life of a deployment: not worth the service's client.
 */
final class SqsAlarmsQueue implements AlarmsQueue {
  private static final String TYPE = "application/x-amz-json-1.0";
  private static final String TARGET = "AmazonSQS.SendMessage";
  private static final String BODY =
      """
      {"QueueUrl":"%s","MessageGroupId":"alarms","MessageDeduplicationId":"%s",\
      "MessageBody":"{\\"action\\":\\"reconcile\\"%s}"}""";
  private static final String ALLOWING = ",\\\"allowDeletes\\\":true";

  private final URI endpoint;
  private final String queueUrl;
  private final Region region;
  private final AwsCredentialsProvider credentials;
  private final SdkHttpClient http;

  /**
   * @param endpoint the service's address
   * @param queueUrl as SQS calls the queue
   */
  SqsAlarmsQueue(
      URI endpoint,
      String queueUrl,
      Region region,
      AwsCredentialsProvider credentials,
      SdkHttpClient http) {
    this.endpoint = endpoint;
    this.queueUrl = queueUrl;
    this.region = region;
    this.credentials = credentials;
    this.http = http;
  }

  @Override
  public void askForReconciliation(boolean allowDeletes) {
    byte[] body =
        BODY.formatted(queueUrl, UUID.randomUUID(), allowDeletes ? ALLOWING : "")
            .getBytes(StandardCharsets.UTF_8);
    try {
      HttpExecuteResponse response = send(ContentStreamProvider.fromByteArray(body), body.length);
      try (InputStream answer = response.responseBody().orElse(null)) {
        if (!response.httpResponse().isSuccessful()) {
          throw refused(
              answer == null ? "" : new String(answer.readAllBytes(), StandardCharsets.UTF_8));
        }
      }
    } catch (IOException e) {
      throw refused("no answer: " + e.getMessage());
    }
  }

  private HttpExecuteResponse send(ContentStreamProvider payload, int length) throws IOException {
    SdkHttpRequest request =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.POST)
            .uri(endpoint)
            .putHeader("Content-Type", TYPE)
            .putHeader("Content-Length", String.valueOf(length))
            .putHeader("X-Amz-Target", TARGET)
            .build();
    SignedRequest signed =
        AwsV4HttpSigner.create()
            .sign(
                sign ->
                    sign.identity(credentials.resolveCredentials())
                        .request(request)
                        .payload(payload)
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "sqs")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region.id()));
    return http.prepareRequest(
            HttpExecuteRequest.builder()
                .request(signed.request())
                .contentStreamProvider(signed.payload().orElse(payload))
                .build())
        .call();
  }

  private IllegalStateException refused(String answer) {
    return new IllegalStateException(
        "the first reconciliation could not be put into the queue "
            + queueUrl
            + "; the function's role needs sqs:SendMessage on it ("
            + answer
            + ")");
  }
}
