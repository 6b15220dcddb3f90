package io.tagwatch.notify.chaos;

import io.tagwatch.notify.http.DeadlineException;
import io.tagwatch.notify.http.Http;
import io.tagwatch.notify.http.HttpCall;
import io.tagwatch.notify.http.HttpReply;
import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A service in every mood: it accepts, says no in all its ways, is busy for seconds or hours,
 * breaks, hangs, trickles, hangs up, or forgets to answer. What it accepted it remembers by the
 * marks in the texts.
 */
public final class MoodyHttp implements Http {
  private static final Pattern MARK = Pattern.compile("zq(\\d+)qz");
  private static final Duration ANSWER = Duration.ofMillis(50);

  private final Map<String, Integer> accepted = new HashMap<>();
  private final Map<String, Integer> lost = new HashMap<>();
  private final SimulatedTime time;
  private final Random random;
  private final HttpReply good;
  private final String secret;

  /**
   * @param good what the service answers when it is pleased
   * @param secret what it likes to repeat
   */
  public MoodyHttp(SimulatedTime time, Random random, HttpReply good, String secret) {
    this.time = time;
    this.random = random;
    this.good = good;
    this.secret = secret;
  }

  public int accepted(String mark) {
    return accepted.getOrDefault(mark, 0);
  }

  public int lost(String mark) {
    return lost.getOrDefault(mark, 0);
  }

  @Override
  public HttpReply send(HttpCall call, Duration limit) throws IOException {
    time.pass(ANSWER);
    int dice = random.nextInt(100);
    if (dice < 66) {
      count(accepted, call);
      return good;
    }
    if (dice < 74) {
      return refusal(dice);
    }
    return switch (dice % 13) {
      case 0 -> HttpReply.of(500, "we choked on " + secret);
      case 1 -> HttpReply.of(503, "<html>" + secret);
      case 2 -> busy(1);
      case 3 -> busy(30);
      case 4 -> busy(7_200);
      case 5 -> throw new SocketException("reset by " + secret);
      case 6, 7 -> throw hanging(limit);
      case 8 -> {
        take(call);
        throw new SocketException("reset by " + secret);
      }
      case 9 -> {
        take(call);
        throw hanging(limit);
      }
      default -> HttpReply.of(502, "");
    };
  }

  private HttpReply refusal(int dice) {
    return switch (dice) {
      case 66 -> HttpReply.of(400, "bad " + secret);
      case 67 -> HttpReply.of(404, "no_service " + secret);
      case 68 -> HttpReply.of(409, "never " + secret);
      case 69 -> HttpReply.of(413, secret);
      case 70 -> HttpReply.of(401, "{\"ok\":false,\"error\":\"invalid_auth\"}");
      case 71 -> HttpReply.of(403, "{\"message\":\"" + secret + "\"}");
      case 72 -> HttpReply.of(422, "{\"description\":\"" + secret + "\"}");
      default ->
          good.body().contains("\"ok\":true")
              ? HttpReply.of(200, "{\"ok\":false,\"error\":\"fatal_error\"}")
              : HttpReply.of(302, "");
    };
  }

  private HttpReply busy(int seconds) {
    return new HttpReply(429, Optional.of(String.valueOf(seconds)), "rate_limited");
  }

  private IOException hanging(Duration limit) {
    time.pass(limit);
    return new DeadlineException();
  }

  private void take(HttpCall call) {
    count(accepted, call);
    count(lost, call);
  }

  private static void count(Map<String, Integer> counts, HttpCall call) {
    Set<String> marks = new HashSet<>();
    Matcher mark = MARK.matcher(call.body());
    while (mark.find()) {
      marks.add(mark.group(1));
    }
    marks.forEach(one -> counts.merge(one, 1, Integer::sum));
  }
}
