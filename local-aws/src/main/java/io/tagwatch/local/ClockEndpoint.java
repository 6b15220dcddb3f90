package io.tagwatch.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.tagwatch.local.clock.ClockException;
import io.tagwatch.local.clock.CloudClock;
import io.tagwatch.local.protocol.JsonTree;
import io.tagwatch.local.protocol.WireReply;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * {@code /_local/clock}. GET tells the time; POST sets it with {@code {"now": "<instant>"}} or
 * moves it with {@code {"advance": "PT5M"}} and answers when every tick on the way has run.
 */
final class ClockEndpoint implements HttpHandler {
  static final String PATH = "/_local/clock";

  private static final String FORMS =
      "{\"now\": \"2026-11-21T08:00:00Z\"} or {\"advance\": \"PT5M\"}";

  private final CloudClock clock;

  ClockEndpoint(CloudClock clock) {
    this.clock = clock;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    Wire.send(exchange, answer(exchange));
  }

  private WireReply answer(HttpExchange exchange) throws IOException {
    try {
      return switch (exchange.getRequestMethod()) {
        case "GET", "HEAD" -> json(200, time());
        case "POST" -> json(200, moved(Wire.read(exchange).body()));
        default -> refusal(405, "The clock takes GET and POST.");
      };
    } catch (Wire.UnreadableException e) {
      return refusal(e.status(), e.getMessage());
    } catch (ClockException e) {
      return refusal(400, e.getMessage());
    } catch (DateTimeException | ArithmeticException | IOException e) {
      return refusal(400, "The body must be " + FORMS + ".");
    }
  }

  private Map<String, Object> moved(byte[] body) throws IOException {
    Map<String, Object> wish = JsonTree.read(body);
    int ticks;
    if (wish.size() == 1 && wish.get("now") instanceof String now) {
      ticks = clock.setTo(OffsetDateTime.parse(now).toInstant());
    } else if (wish.size() == 1 && wish.get("advance") instanceof String step) {
      ticks = clock.advance(Duration.parse(step));
    } else {
      throw new IOException("neither form");
    }
    Map<String, Object> result = time();
    result.put("ticks", ticks);
    return result;
  }

  private Map<String, Object> time() {
    Map<String, Object> time = new LinkedHashMap<>();
    Instant now = clock.instant();
    time.put("now", now.toString());
    time.put("real", !clock.isSet());
    return time;
  }

  private static WireReply refusal(int status, String sentence) {
    return json(status, Map.of("error", sentence));
  }

  private static WireReply json(int status, Map<String, Object> body) {
    return new WireReply(status, Map.of("Content-Type", "application/json"), JsonTree.write(body));
  }
}
