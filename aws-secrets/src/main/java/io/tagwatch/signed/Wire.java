package io.tagwatch.signed;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/**
 * Sends one HTTP request and reads its whole answer, however slowly it comes within a bound: a
 * timeout of the socket alone starts anew with each byte. Thread-safe.
 */
public final class Wire {
  private static final int CHUNK = 8_192;

  private final SdkHttpClient client;
  private final Duration whole;
  private final int longestAnswer;

  /**
   * @param connect how long connecting may take
   * @param answer how long each wait for bytes of the answer may take; connecting and the whole
   *     answer may take both times together
   * @param longestAnswer in bytes
   */
  public Wire(Duration connect, Duration answer, int longestAnswer) {
    this.client =
        UrlConnectionHttpClient.builder().connectionTimeout(connect).socketTimeout(answer).build();
    this.whole = connect.plus(answer);
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
   * @throws IOException when there is no answer, or one that takes too long or is too long
   */
  public Reply send(SdkHttpRequest request, Optional<byte[]> body) throws IOException {
    long start = System.nanoTime();
    HttpExecuteRequest.Builder execute = HttpExecuteRequest.builder().request(request);
    body.ifPresent(bytes -> execute.contentStreamProvider(() -> new ByteArrayInputStream(bytes)));
    HttpExecuteResponse response = client.prepareRequest(execute.build()).call();
    String answer = "";
    if (response.responseBody().isPresent()) {
      try (AbortableInputStream in = response.responseBody().get()) {
        answer = read(in, start);
      }
    }
    return new Reply(response.httpResponse(), answer);
  }

  private String read(AbortableInputStream in, long start) throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    byte[] chunk = new byte[CHUNK];
    for (int bytes = in.read(chunk); bytes >= 0; bytes = in.read(chunk)) {
      answer.write(chunk, 0, bytes);
      if (answer.size() > longestAnswer) {
        in.abort();
        throw new IOException("the answer is over " + longestAnswer + " bytes");
      }
      if (System.nanoTime() - start > whole.toNanos()) {
        in.abort();
        throw new SocketTimeoutException("the answer takes over " + whole.toMillis() + " ms");
      }
    }
    return answer.toString(StandardCharsets.UTF_8);
  }
}
