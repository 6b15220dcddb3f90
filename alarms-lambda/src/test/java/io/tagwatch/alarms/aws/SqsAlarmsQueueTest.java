package io.tagwatch.alarms.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.regions.Region;

class SqsAlarmsQueueTest {
  private final List<String> bodies = new ArrayList<>();

  @Test
  void saysOnlyWhenDeletionsAreAllowed() {
    SqsAlarmsQueue queue =
        new SqsAlarmsQueue(
            URI.create("http://127.0.0.1:1/"),
            "http://127.0.0.1:1/1/alarms.fifo",
            Region.EU_WEST_1,
            StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "secret")),
            new Recorder());

    queue.askForReconciliation(false);
    queue.askForReconciliation(true);

    assertThat(bodies).hasSize(2);
    assertThat(bodies.get(0)).endsWith("\"MessageBody\":\"{\\\"action\\\":\\\"reconcile\\\"}\"}");
    assertThat(bodies.get(1))
        .endsWith(
            "\"MessageBody\":\"{\\\"action\\\":\\\"reconcile\\\",\\\"allowDeletes\\\":true}\"}");
  }

  private final class Recorder implements SdkHttpClient {
    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
      return new ExecutableHttpRequest() {
        @Override
        public HttpExecuteResponse call() {
          bodies.add(text(request));
          return HttpExecuteResponse.builder()
              .response(SdkHttpResponse.builder().statusCode(200).build())
              .build();
        }

        @Override
        public void abort() {}
      };
    }

    @Override
    public void close() {}
  }

  private static String text(HttpExecuteRequest request) {
    try (InputStream body = request.contentStreamProvider().orElseThrow().newStream()) {
      return new String(body.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
