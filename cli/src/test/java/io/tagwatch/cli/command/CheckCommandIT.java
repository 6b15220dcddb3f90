package io.tagwatch.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandIT {
  @TempDir Path folder;
  private HttpServer web;

  @BeforeEach
  void start() throws IOException {
    web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
    web.createContext(
        "/",
        exchange -> {
          byte[] body = "{\"lag\": 2.5}".getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Set-Cookie", "session=s3cret; Path=/");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    web.start();
    String url = "http://127.0.0.1:" + web.getAddress().getPort();
    Files.writeString(
        folder.resolve("checks.yaml"),
        """
        network: {allow: [127.0.0.0/8]}
        checks:
          - {name: fine, url: "%s/", bearer: "env:PATH"}
        groups:
          shop:
            defaults: {expect: [json $.lag < 1.5]}
            checks:
              - {name: "lag-${item}", url: "%s/${item}", for: [eu]}
        """
            .formatted(url, url));
  }

  @AfterEach
  void stop() {
    web.stop(0);
  }

  @Test
  void endsWithOneWhenSomethingIsDownAndSaysWhy() {
    Spoken spoken = check();

    assertThat(spoken.out()).contains("fine", "lag-eu  DOWN", "1 of 2 up");
    assertThat(spoken.out()).contains("expectation: json $.lag is 2.5, expected json $.lag < 1.5");
    assertThat(spoken.exitCode()).isEqualTo(1);
    assertThat(check("fine").exitCode()).isZero();
  }

  @Test
  void tellsTheWholeStoryWithoutSecrets() {
    Spoken spoken = check("fine", "--trace");

    assertThat(spoken.out())
        .containsSubsequence(
            "connected to 127.0.0.1 port ",
            "GET http://127.0.0.1:",
            "> Authorization: (secret)",
            "status 200",
            "holds: status in 200..299 (status 200)")
        .containsIgnoringCase("< set-cookie: session=(secret)")
        .doesNotContain("s3cret")
        .doesNotContain(System.getenv("PATH"));
  }

  @Test
  void tellsProgramsTheSame() throws JsonProcessingException {
    JsonNode plain = new ObjectMapper().readTree(check("lag-eu", "--json").out());
    JsonNode traced = new ObjectMapper().readTree(check("lag-eu", "--json", "--trace").out());

    assertThat(plain.at("/results/0/reason").asText()).isEqualTo("expectation");
    assertThat(plain.at("/results/0/address").asText()).isEqualTo("127.0.0.1");
    assertThat(plain.at("/results/0").has("trace")).isFalse();
    assertThat(traced.at("/results/0/trace").toString())
        .contains("fails: json $.lag < 1.5 ($.lag is 2.5)");
  }

  private Spoken check(String... args) {
    String[] all = new String[args.length + 3];
    all[0] = "check";
    all[1] = "--config";
    all[2] = folder.toString();
    System.arraycopy(args, 0, all, 3, args.length);
    return Spoken.by(all);
  }
}
