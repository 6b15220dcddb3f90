package io.tagwatch.secrets;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/** Sends one HTTP request and reads its whole answer. Thread-safe. */
final class Wire {
  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final Duration ANSWER = Duration.ofSeconds(5);

  /**
   * A secret has at most 64 KiB (Secrets Manager quotas); escaped JSON may be six times as long.
   */
  private static final int LONGEST_ANSWER = 512 * 1_024;

  private final SdkHttpClient client =
      UrlConnectionHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(ANSWER).build();

  /** An answer. */
  record Reply(int status, Optional<String> errorType, String body) {
    @Override
    public String toString() {
      return "(reply " + status + ")";
    }
  }

  Reply send(SdkHttpRequest request, Optional<String> body) throws IOException {
    HttpExecuteRequest.Builder execute = HttpExecuteRequest.builder().request(request);
    body.ifPresent(text -> execute.contentStreamProvider(() -> stream(text)));
    HttpExecuteResponse response = client.prepareRequest(execute.build()).call();
    String text = "";
    if (response.responseBody().isPresent()) {
      try (InputStream in = response.responseBody().get()) {
        text = new String(in.readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8);
      }
    }
    return new Reply(
        response.httpResponse().statusCode(),
        response.httpResponse().firstMatchingHeader("x-amzn-ErrorType"),
        text);
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
