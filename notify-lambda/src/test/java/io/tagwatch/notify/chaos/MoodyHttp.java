package io.tagwatch.notify.chaos;

import io.tagwatch.notify.http.DeadlineException;
import io.tagwatch.notify.http.Http;
import io.tagwatch.notify.http.HttpCall;
import io.tagwatch.notify.http.HttpReply;
import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;

/**
 * A service in every mood: it accepts, says no in all its ways, is busy for seconds or hours,
 * breaks, hangs, trickles, hangs up, or forgets to answer; now and then the function that calls it
 * dies. Some messages it never takes.
 */
final class MoodyHttp implements Http {
  private static final Duration ANSWER = Duration.ofMillis(50);

  private final Chronicle chronicle;
  private final Runnable meanwhile;
  private final SimulatedTime time;
  private final Random random;
  private final HttpReply good;
  private final String secret;

  /**
   * @param chronicle learns what it accepted
   * @param meanwhile what else happens while somebody waits for it
   * @param good what the service answers when it is pleased
   * @param secret what it likes to repeat
   */
  MoodyHttp(
      Chronicle chronicle,
      Runnable meanwhile,
      SimulatedTime time,
      Random random,
      HttpReply good,
      String secret) {
    this.chronicle = chronicle;
    this.meanwhile = meanwhile;
    this.time = time;
    this.random = random;
    this.good = good;
    this.secret = secret;
  }

  /** The function ran out of time or memory; nobody gets an answer from it. */
  static final class KilledError extends Error {
    private static final long serialVersionUID = 1L;
  }

  @Override
  public HttpReply send(HttpCall call, Duration limit) throws IOException {
    time.pass(ANSWER);
    if (Chronicle.marks(call).stream().anyMatch(SentMessage::isPoison)) {
      return HttpReply.of(400, "not that one");
    }
    if (random.nextInt(300) == 0 && !Chronicle.isEdit(call)) {
      return dying(call);
    }
    int dice = random.nextInt(100);
    if (dice < 66) {
      chronicle.accepted(call, false);
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
      case 6, 7 -> throw hanging(call, limit);
      case 8 -> {
        chronicle.accepted(call, true);
        throw new SocketException("reset by " + secret);
      }
      case 9 -> {
        chronicle.accepted(call, true);
        throw hanging(call, limit);
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

  /** Others go on meanwhile; but an edit is part of a post that is not remembered yet. */
  private IOException hanging(HttpCall call, Duration limit) {
    if (!Chronicle.isEdit(call)) {
      meanwhile.run();
    }
    time.pass(limit);
    return new DeadlineException();
  }

  private HttpReply dying(HttpCall call) {
    if (random.nextBoolean()) {
      chronicle.accepted(call, true);
    }
    throw new KilledError();
  }
}
