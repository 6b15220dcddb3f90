package io.tagwatch.signed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;

class WireIT {
  private static final Duration PATIENCE = Duration.ofMillis(250);

  private final CountDownLatch over = new CountDownLatch(1);
  private HttpServer server;
  private int bytes;
  private int pause;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    over.countDown();
    server.stop(0);
  }

  @Test
  void readsAWholeAnswer() throws IOException {
    bytes = 20_000;

    Wire.Reply reply = send(20_000);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body()).hasSize(20_000);
  }

  @Test
  void takesNoAnswerThatIsTooLong() {
    bytes = 20_001;

    assertThatThrownBy(() -> send(20_000))
        .isInstanceOf(IOException.class)
        .hasMessage("the answer is over 20000 bytes");
  }

  @Test
  @Timeout(20)
  void givesUpOnAnAnswerThatComesByteByByte() {
    bytes = 1_000;
    pause = 10;

    assertThatThrownBy(() -> send(2_000_000))
        .isInstanceOf(SocketTimeoutException.class)
        .hasMessage("the answer takes over 500 ms");
  }

  private Wire.Reply send(int longest) throws IOException {
    SdkHttpRequest request =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.GET)
            .uri(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/"))
            .build();
    return new Wire(PATIENCE, PATIENCE, longest).send(request, Optional.empty());
  }

  private void answer(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, bytes);
    try (OutputStream out = exchange.getResponseBody()) {
      for (int sent = 0; sent < bytes && !isOver(); sent++) {
        out.write('x');
        if (pause > 0) {
          out.flush();
        }
      }
    }
  }

  private boolean isOver() {
    try {
      return pause > 0 && over.await(pause, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      return true;
    }
  }
}
