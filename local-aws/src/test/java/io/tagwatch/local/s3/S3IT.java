package io.tagwatch.local.s3;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagwatch.local.CloudOptions;
import io.tagwatch.local.EmbeddedCloud;
import io.tagwatch.local.ForeignClient;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class S3IT {
  private static final Instant EIGHT = Instant.parse("2026-11-21T08:00:00Z");
  private static final String SIGNED =
      "AWS4-HMAC-SHA256 Credential=k/20261121/eu-west-1/s3/aws4_request, Signature=00";

  @TempDir Path folder;

  @Test
  void keepsObjectsAsBoto3SeesThem() throws Exception {
    try (EmbeddedCloud cloud = EmbeddedCloud.start(CloudOptions.defaults().startingAt(EIGHT))) {
      assertThat(new ForeignClient(cloud.url()).python("s3.py"))
          .contains("five keys in three pages");
    }
  }

  @Test
  void takesNoPathAwayFromThePageAndTheClock() throws Exception {
    try (EmbeddedCloud cloud = EmbeddedCloud.start(CloudOptions.defaults().startingAt(EIGHT))) {
      cloud.mount("/", exchange -> send(exchange, "the page"));
      cloud.mount("/page/", exchange -> send(exchange, "a script"));
      cloud.s3().ensureBucket("page");

      assertThat(put(cloud, "/page/x.js", "an object", SIGNED).statusCode()).isEqualTo(200);
      assertThat(get(cloud, "/page/x.js", SIGNED).body()).isEqualTo("an object");
      assertThat(get(cloud, "/page/x.js", "").body()).isEqualTo("a script");
      assertThat(get(cloud, "/", "").body()).isEqualTo("the page");
      assertThat(get(cloud, "/", SIGNED).body()).contains("<Code>NotImplemented</Code>");
      assertThat(get(cloud, "/_local/clock", "").body()).contains("2026-11-21T08:00:00Z");
      assertThat(get(cloud, "/state/a", "").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void refusesABodyThatIsNotWhatItsChecksumSays() throws Exception {
    try (EmbeddedCloud cloud = EmbeddedCloud.start(CloudOptions.defaults())) {
      cloud.s3().ensureBucket("state");
      HttpRequest.Builder request =
          request(cloud, "/state/a", SIGNED).PUT(BodyPublishers.ofString("b"));

      assertThat(send(request.copy().header("Content-MD5", "AAAA")).body())
          .contains("<Code>BadDigest</Code>");
      assertThat(send(request.copy().header("x-amz-checksum-crc32", "AAAA")).body())
          .contains("<Code>BadDigest</Code>");
      assertThat(send(request.copy().header("x-amz-content-sha256", "00")).body())
          .contains("<Code>XAmzContentSHA256Mismatch</Code>");
      assertThat(get(cloud, "/state/a", SIGNED).statusCode()).isEqualTo(404);
    }
  }

  @Test
  void findsObjectsAgainAfterARestart() throws Exception {
    CloudOptions options = CloudOptions.defaults().startingAt(EIGHT).withDataFolder(folder);
    try (EmbeddedCloud cloud = EmbeddedCloud.start(options)) {
      cloud.s3().ensureBucket("state");
      put(cloud, "/state/a/b.json", "{}", SIGNED);
      put(cloud, "/state/gone", "{}", SIGNED);
      send(request(cloud, "/state/gone", SIGNED).DELETE());
    }

    try (EmbeddedCloud cloud = EmbeddedCloud.start(options)) {
      cloud.s3().ensureBucket("state");
      assertThat(get(cloud, "/state/a/b.json", SIGNED).body()).isEqualTo("{}");
      assertThat(get(cloud, "/state/gone", SIGNED).statusCode()).isEqualTo(404);
    }
  }

  private static void send(com.sun.net.httpserver.HttpExchange exchange, String text)
      throws java.io.IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private static HttpResponse<String> put(
      EmbeddedCloud cloud, String path, String body, String authorization) throws Exception {
    return send(request(cloud, path, authorization).PUT(BodyPublishers.ofString(body)));
  }

  private static HttpResponse<String> get(EmbeddedCloud cloud, String path, String authorization)
      throws Exception {
    return send(request(cloud, path, authorization).GET());
  }

  private static HttpRequest.Builder request(
      EmbeddedCloud cloud, String path, String authorization) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(cloud.url() + path));
    return authorization.isEmpty() ? request : request.header("Authorization", authorization);
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(request.build(), BodyHandlers.ofString());
    }
  }
}
