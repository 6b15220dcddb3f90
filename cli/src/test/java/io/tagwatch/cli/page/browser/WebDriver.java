package io.tagwatch.cli.page.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Commands over HTTP to a driver. See https://www.w3.org/TR/webdriver2/, "Endpoints". */
final class WebDriver implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI driver;
  private final String session;

  WebDriver(URI driver, Object capabilities) {
    this.driver = driver;
    JsonNode reply = send("POST", "session", capabilities);
    this.session = "session/" + reply.path("sessionId").asText();
  }

  JsonNode post(String command, Object body) {
    return send("POST", session + "/" + command, body);
  }

  JsonNode get(String command) {
    return send("GET", session + "/" + command, null);
  }

  private JsonNode send(String method, String path, Object body) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(driver.resolve("/" + path))
              .timeout(PATIENCE)
              .header("Content-Type", "application/json; charset=utf-8")
              .method(
                  method,
                  body == null
                      ? HttpRequest.BodyPublishers.noBody()
                      : HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
              .build();
      JsonNode value =
          JSON.readTree(http.send(request, BodyHandlers.ofString()).body()).path("value");
      if (value.has("error")) {
        throw new IllegalStateException(
            path + ": " + value.path("error").asText() + ": " + value.path("message").asText());
      }
      return value;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the browser worked", e);
    }
  }

  @Override
  public void close() {
    try {
      send("DELETE", session, null);
    } finally {
      http.close();
    }
  }
}
