package io.tagwatch.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tagwatch.common.Environment;
import io.tagwatch.common.config.ConfigException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class S3ObjectStoreIT {
  private static final String HASH_OF_NOTHING =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

  private final List<Seen> seen = new CopyOnWriteArrayList<>();
  private final CountDownLatch release = new CountDownLatch(1);
  private HttpServer server;
  private int status = 200;
  private String answer = "";
  private boolean hanging;

  private record Seen(String line, Map<String, String> headers, String body) {}

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    release.countDown();
    server.stop(0);
  }

  @Test
  void readsWithASignedCallThatNamesWhatIsKnown() {
    answer = "{}";

    ObjectStore.Read read = store(Map.of()).read("uptime/a.json", Optional.of("\"old\""));

    assertThat(read).isEqualTo(new ObjectStore.Read.Found("{}", "\"tag\""));
    assertThat(seen.getFirst().line()).isEqualTo("GET /state/uptime/a.json");
    assertThat(seen.getFirst().headers())
        .containsEntry("if-none-match", "\"old\"")
        .containsEntry("x-amz-content-sha256", HASH_OF_NOTHING)
        .containsEntry("x-amz-security-token", "TOKEN");
    assertThat(seen.getFirst().headers().get("authorization"))
        .startsWith("AWS4-HMAC-SHA256 Credential=AKID/20261121/eu-west-1/s3/aws4_request")
        .contains("if-none-match;", "x-amz-content-sha256;");
  }

  @Test
  void writesJson() {
    ObjectStore.Write write = store(Map.of()).write("uptime/a.json", "{\"größe\":1}");

    assertThat(write).isEqualTo(new ObjectStore.Write.Kept());
    assertThat(seen.getFirst().line()).isEqualTo("PUT /state/uptime/a.json");
    assertThat(seen.getFirst().body()).isEqualTo("{\"größe\":1}");
    assertThat(seen.getFirst().headers())
        .containsEntry("content-type", "application/json")
        .containsEntry("content-length", "13");
  }

  @Test
  void tellsWhatIsMissingFromWhatIsUnchangedAndFromWhatIsRefused() {
    ObjectStore store = store(Map.of());

    assertThat(reading(store, 304, "")).isEqualTo(new ObjectStore.Read.Unchanged());
    assertThat(reading(store, 404, "<Error><Code>NoSuchKey</Code></Error>"))
        .isEqualTo(new ObjectStore.Read.Missing());
    assertThat(reading(store, 404, "<Error><Code>NoSuchBucket</Code></Error>"))
        .isEqualTo(new ObjectStore.Read.Failed("cannot be read: S3 answered NoSuchBucket"));
    assertThat(reading(store, 403, "<Error><Code>AccessDenied</Code><Message>hush</Message>"))
        .isEqualTo(
            new ObjectStore.Read.Failed(
                "cannot be read: S3 answered AccessDenied; the function's role needs"
                    + " s3:GetObject"));
    assertThat(store.write("a", "{}"))
        .isEqualTo(
            new ObjectStore.Write.Failed(
                "cannot be written: S3 answered AccessDenied; the function's role needs"
                    + " s3:PutObject"));
    assertThat(reading(store, 500, "oops"))
        .isEqualTo(new ObjectStore.Read.Failed("cannot be read: S3 answered status 500"));
  }

  @Test
  void isOverWithinItsDeadline() {
    hanging = true;

    ObjectStore.Read read = store(Map.of()).read("a", Optional.empty());

    assertThat(read).isEqualTo(new ObjectStore.Read.Failed("has no answer after 300 ms"));
  }

  @Test
  void failsWithoutRegionOrCredentials() {
    Map<String, String> none = new HashMap<>();
    none.put("AWS_REGION", "");

    assertThat(store(none).read("a", Optional.empty()))
        .isEqualTo(
            new ObjectStore.Read.Failed("cannot be read: there is no region; set AWS_REGION"));
    assertThat(store(Map.of("AWS_ACCESS_KEY_ID", "")).write("a", "{}"))
        .isEqualTo(
            new ObjectStore.Write.Failed(
                "cannot be written: without AWS credentials; set AWS_ACCESS_KEY_ID and"
                    + " AWS_SECRET_ACCESS_KEY"));
    assertThat(seen).isEmpty();
  }

  @Test
  void isAbsentWithoutABucketAndRefusesAWrongName() {
    assertThat(S3ObjectStore.of(new Environment(Map.of(), () -> Instant.EPOCH))).isEmpty();
    assertThatThrownBy(() -> store(Map.of("TAGWATCH_STATE_BUCKET", "my.bucket")))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("TAGWATCH_STATE_BUCKET \"my.bucket\" must be");
  }

  private ObjectStore.Read reading(ObjectStore store, int code, String body) {
    status = code;
    answer = body;
    return store.read("a", Optional.empty());
  }

  private ObjectStore store(Map<String, String> more) {
    Map<String, String> variables = new HashMap<>();
    variables.put("TAGWATCH_STATE_BUCKET", "state");
    variables.put("AWS_REGION", "eu-west-1");
    variables.put("AWS_ACCESS_KEY_ID", "AKID");
    variables.put("AWS_SECRET_ACCESS_KEY", "KEY");
    variables.put("AWS_SESSION_TOKEN", "TOKEN");
    variables.put("AWS_ENDPOINT_URL", "http://127.0.0.1:" + server.getAddress().getPort());
    variables.putAll(more);
    Instant now = Instant.parse("2026-11-21T08:00:00Z");
    Duration deadline = hanging ? Duration.ofMillis(300) : Duration.ofSeconds(20);
    return S3ObjectStore.of(new Environment(variables, () -> now), deadline).orElseThrow();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      Map<String, String> headers = new HashMap<>();
      exchange
          .getRequestHeaders()
          .forEach((name, values) -> headers.put(name.toLowerCase(), values.getFirst()));
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      seen.add(
          new Seen(exchange.getRequestMethod() + " " + exchange.getRequestURI(), headers, body));
      if (hanging) {
        release.await();
      }
      byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("ETag", "\"tag\"");
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
