package io.tagwatch.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EmbeddedCloudIT {
  private final EmbeddedCloud cloud =
      EmbeddedCloud.start(
          CloudOptions.defaults().startingAt(Instant.parse("2026-11-21T08:00:00Z")));
  private final HttpClient http = HttpClient.newHttpClient();

  @AfterEach
  void close() {
    http.close();
    cloud.close();
  }

  @Test
  void tellsWhenItsPortIsTaken() {
    assertThatThrownBy(() -> EmbeddedCloud.start(CloudOptions.defaults().withPort(cloud.port())))
        .isInstanceOf(PortOccupiedException.class)
        .hasMessageMatching("Port \\d+ on 127\\.0\\.0\\.1 is taken; name another one, .*");
  }

  @Test
  void freesItsPortWhenClosed() {
    cloud.close();

    EmbeddedCloud next = EmbeddedCloud.start(CloudOptions.defaults().withPort(cloud.port()));

    assertThat(next.port()).isEqualTo(cloud.port());
    next.close();
  }

  @Test
  void hasNothingAtUnknownPaths() throws Exception {
    HttpResponse<String> reply = get("/nowhere");

    assertThat(reply.statusCode()).isEqualTo(404);
    assertThat(reply.body()).isEqualTo("There is nothing at /nowhere.\n");
  }

  @Test
  void tellsAndSetsTheTime() throws Exception {
    assertThat(get("/_local/clock").body())
        .isEqualTo("{\"now\":\"2026-11-21T08:00:00Z\",\"real\":false}");
    assertThat(post("{\"advance\": \"PT5M\"}").body())
        .isEqualTo("{\"now\":\"2026-11-21T08:05:00Z\",\"real\":false,\"ticks\":5}");
    assertThat(post("{\"now\": \"2026-11-21T09:06:30+01:00\"}").body())
        .isEqualTo("{\"now\":\"2026-11-21T08:06:30Z\",\"real\":false,\"ticks\":1}");
  }

  @Test
  void goesBackForAnotherStoryAtTheSameHour() throws Exception {
    HttpResponse<String> reply = post("{\"now\": \"2026-11-21T07:59:59Z\"}");

    assertThat(reply.statusCode()).isEqualTo(200);
    assertThat(reply.body())
        .isEqualTo("{\"now\":\"2026-11-21T07:59:59Z\",\"real\":false,\"ticks\":0}");
  }

  @Test
  void refusesTimesThatItCannotRead() throws Exception {
    for (String body :
        new String[] {
          "",
          "{}",
          "now",
          "[]",
          "{\"now\": 5}",
          "{\"now\": \"noon\"}",
          "{\"advance\": \"5m\"}",
          "{\"now\": \"2026-11-21T08:00:00Z\", \"advance\": \"PT5M\"}",
          "{\"advance\": \"PT2562047788015215H\"}"
        }) {
      HttpResponse<String> reply = post(body);

      assertThat(reply.statusCode()).as(body).isEqualTo(400);
      assertThat(reply.body()).as(body).startsWith("{\"error\":\"");
    }
  }

  @Test
  void refusesBodiesThatAreTooLarge() throws Exception {
    String megabyte = "Action=PutMetricData&Version=2010-08-01&x=" + "x".repeat(1_048_576);

    HttpResponse<String> large = form(megabyte);
    HttpResponse<String> huge = form("x".repeat(9 * 1_048_576));

    assertThat(large.statusCode()).isEqualTo(413);
    assertThat(large.body()).contains("<Code>RequestEntityTooLarge</Code>");
    assertThat(huge.statusCode()).isEqualTo(413);
  }

  private HttpResponse<String> form(String body) throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(at("/"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  @Test
  void turnsPagesOfOtherSitesAway() throws Exception {
    for (String origin :
        new String[] {"https://evil.example", "null", "http://127.0.0.1.evil.example"}) {
      HttpResponse<String> reply =
          http.send(
              HttpRequest.newBuilder(at("/"))
                  .header("Origin", origin)
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .POST(BodyPublishers.ofString("Action=DescribeAlarms&Version=2010-08-01"))
                  .build(),
              BodyHandlers.ofString());

      assertThat(reply.statusCode()).as(origin).isEqualTo(403);
    }
  }

  @Test
  void servesWhatIsMounted() throws Exception {
    cloud.mount(
        "/page/",
        exchange -> {
          exchange.sendResponseHeaders(200, 2);
          try (OutputStream body = exchange.getResponseBody()) {
            body.write("hi".getBytes());
          }
        });

    assertThat(get("/page/deep/in").body()).isEqualTo("hi");
    assertThat(get("/page").statusCode()).isEqualTo(404);
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return http.send(HttpRequest.newBuilder(at(path)).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String body) throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(at("/_local/clock")).POST(BodyPublishers.ofString(body)).build(),
        BodyHandlers.ofString());
  }

  private URI at(String path) {
    return URI.create(cloud.url() + path);
  }
}
