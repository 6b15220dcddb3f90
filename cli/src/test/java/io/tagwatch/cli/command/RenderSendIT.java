package io.tagwatch.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code render --send} against a homeserver on loopback; its token is any variable that exists.
 */
class RenderSendIT {
  @TempDir private Path folder;
  private final List<String> bodies = Collections.synchronizedList(new ArrayList<>());
  private HttpServer homeserver;
  private int status = 200;

  @BeforeEach
  void start() throws IOException {
    homeserver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    homeserver.createContext(
        "/",
        exchange -> {
          bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          byte[] answer = "{\"event_id\":\"$1\"}".getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    homeserver.start();
    Files.writeString(
        folder.resolve("channels.yaml"),
        "channels:\n  room: {type: matrix, homeserver: \"http://127.0.0.1:"
            + homeserver.getAddress().getPort()
            + "\", token: \"env:PATH\", room: \"!a:b\"}\n");
    Files.writeString(folder.resolve("message.txt"), "disk of printer is full");
  }

  @AfterEach
  void stop() {
    homeserver.stop(0);
  }

  @Test
  void sendsAndSaysWhatTheServiceAnswered() {
    Spoken spoken = send();

    assertThat(spoken.out()).startsWith("#room  sent").contains("disk of printer is full");
    assertThat(spoken.exitCode()).isZero();
    assertThat(bodies).singleElement().asString().contains("disk of printer is full");
  }

  @Test
  void findsThatAServiceDidNotTakeIt() {
    status = 503;

    Spoken spoken = send();

    assertThat(spoken.out()).startsWith("#room  not now: ");
    assertThat(spoken.exitCode()).isEqualTo(1);
  }

  @Test
  void sendsNowhereUnlessToldWhere() {
    Spoken spoken = Spoken.by("render", folder.resolve("message.txt").toString(), "--send");

    assertThat(spoken.err())
        .isEqualTo("tagwatch: --send needs --config DIR, the folder of your channels.yaml\n");
    assertThat(bodies).isEmpty();
  }

  private Spoken send() {
    return Spoken.by(
        "render",
        folder.resolve("message.txt").toString(),
        "--config",
        folder.toString(),
        "--send");
  }
}
