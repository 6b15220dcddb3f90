package io.tagwatch.cli.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagwatch.local.CloudOptions;
import io.tagwatch.local.EmbeddedCloud;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page on the wire. */
final class PageHttpIT {
  private EmbeddedCloud cloud;

  @BeforeEach
  void start() {
    cloud = EmbeddedCloud.start(CloudOptions.defaults());
    Page.mount(cloud, Scenes::onFire);
  }

  @AfterEach
  void stop() {
    cloud.close();
  }

  @ParameterizedTest
  @CsvSource({
    "/,                      200, text/html",
    "/_local/view,           200, application/json",
    "/_local/page/page.css,  200, text/css",
    "/_local/page/chart.js,  200, text/javascript",
    "/_local/page/page.html, 404, text/plain",
    "/_local/page/../view,   404, text/plain",
    "/elsewhere,             404, text/plain",
  })
  void servesThePageItsFilesAndNothingElse(String path, int status, String type)
      throws IOException {
    String reply = ask("GET", path, "127.0.0.1:" + cloud.port());

    assertThat(reply).startsWith("HTTP/1.1 " + status);
    assertThat(reply).containsIgnoringCase("content-type: " + type);
  }

  @Test
  void allowsOnlyItsOwnScripts() throws IOException {
    String reply = ask("GET", "/", "localhost:" + cloud.port());

    assertThat(reply)
        .containsIgnoringCase("content-security-policy: default-src 'none'; script-src 'self';")
        .containsIgnoringCase("x-content-type-options: nosniff")
        .doesNotContain("unsafe-inline");
  }

  @Test
  void givesTheViewAsJson() throws IOException {
    String reply = ask("GET", "/_local/view", "[::1]:" + cloud.port());

    assertThat(reply)
        .contains("\"headline\":\"3 problems, 2 critical\"")
        .contains("\"now\":\"2026-11-21T03:35:00Z\"");
  }

  @Test
  void refusesNamesThatAreNotLoopback() throws IOException {
    assertThat(ask("GET", "/_local/view", "rebound.example:" + cloud.port()))
        .startsWith("HTTP/1.1 421")
        .doesNotContain("headline");
  }

  @Test
  void isOnlyRead() throws IOException {
    assertThat(ask("DELETE", "/_local/view", "127.0.0.1")).startsWith("HTTP/1.1 405");
    assertThat(ask("HEAD", "/", "127.0.0.1")).startsWith("HTTP/1.1 200").doesNotContain("<html");
  }

  private String ask(String method, String path, String host) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", cloud.port())) {
      String request =
          method + " " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
