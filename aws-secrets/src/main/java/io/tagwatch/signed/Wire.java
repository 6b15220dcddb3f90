package io.tagwatch.signed;

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
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/** Sends one HTTP request and reads its whole answer. Thread-safe. */
public final class Wire {
  private final SdkHttpClient client;
  private final int longestAnswer;

  /**
   * @param connect how long connecting may take
   * @param answer how long each wait for bytes of the answer may take
   * @param longestAnswer in bytes
   */
  public Wire(Duration connect, Duration answer, int longestAnswer) {
    this.client =
        UrlConnectionHttpClient.builder().connectionTimeout(connect).socketTimeout(answer).build();
    this.longestAnswer = longestAnswer;
  }

  /** An answer. */
  public record Reply(SdkHttpResponse head, String body) {

    public int status() {
      return head.statusCode();
    }

    /** The first header of that name, in any case. */
    public Optional<String> header(String name) {
      return head.firstMatchingHeader(name);
    }

    @Override
    public String toString() {
      return "(reply " + status() + ")";
    }
  }

  /**
   * @throws IOException when there is no answer, or one that is too long
   */
  public Reply send(SdkHttpRequest request, Optional<byte[]> body) throws IOException {
    HttpExecuteRequest.Builder execute = HttpExecuteRequest.builder().request(request);
    body.ifPresent(bytes -> execute.contentStreamProvider(() -> new ByteArrayInputStream(bytes)));
    HttpExecuteResponse response = client.prepareRequest(execute.build()).call();
    byte[] answer = new byte[0];
    if (response.responseBody().isPresent()) {
      try (InputStream in = response.responseBody().get()) {
        answer = in.readNBytes(longestAnswer + 1);
      }
    }
    if (answer.length > longestAnswer) {
      throw new IOException("the answer is over " + longestAnswer + " bytes");
    }
    return new Reply(response.httpResponse(), new String(answer, StandardCharsets.UTF_8));
  }
}
