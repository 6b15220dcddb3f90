package io.tagwatch.notify.channel;

import io.tagwatch.notify.http.HttpReply;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** The verdict on a reply as far as HTTP itself tells (RFC 9110, RFC 6585). */
public final class Verdicts {
  private static final Duration LONGEST_WAIT = Duration.ofHours(12);

  private Verdicts() {}

  /**
   * 2xx delivered; 408, 425, 429 and 5xx later; 401, 403, 404 and 410 stale; 400, 413, 415 and 422
   * unfit; anything else refused.
   *
   * @param service for the sentence: {@code Slack}
   * @param said a word or sentence of the service; may be empty
   */
  public static Verdict byStatus(String service, HttpReply reply, String said) {
    int status = reply.status();
    String reason = service + " answered " + status + (said.isBlank() ? "" : " " + said.strip());
    if (status >= 200 && status < 300) {
      return new Verdict.Delivered("");
    }
    return switch (status) {
      case 408, 425, 429 -> new Verdict.Later(reason, retryAfter(reply));
      case 401, 403, 404, 410 -> new Verdict.Stale(reason);
      case 400, 413, 415, 422 -> new Verdict.Unfit(reason);
      default ->
          status >= 500
              ? new Verdict.Later(reason, retryAfter(reply))
              : new Verdict.Refused(reason);
    };
  }

  /**
   * A success whose body is a page of HTML comes from a proxy or a portal, not from a service that
   * answers in JSON or in a word: nobody was told. Empty for any other reply.
   */
  public static Optional<Verdict> page(String service, HttpReply reply) {
    boolean success = reply.status() >= 200 && reply.status() < 300;
    return success && reply.body().stripLeading().startsWith("<")
        ? Optional.of(
            new Verdict.Later(
                service
                    + " answered "
                    + reply.status()
                    + " with a web page, as a proxy or a sign-in does",
                Duration.ZERO))
        : Optional.empty();
  }

  /** The header {@code Retry-After} in seconds or as a date; zero when absent or unreadable. */
  public static Duration retryAfter(HttpReply reply) {
    return reply.retryAfter().map(Verdicts::parse).orElse(Duration.ZERO);
  }

  /** Seconds as services write them, with or without fraction; zero when unreadable. */
  public static Duration seconds(String text) {
    try {
      double seconds = Double.parseDouble(text.strip());
      return seconds > 0 && seconds <= LONGEST_WAIT.toSeconds()
          ? Duration.ofMillis((long) Math.ceil(seconds * 1_000))
          : seconds > 0 ? LONGEST_WAIT : Duration.ZERO;
    } catch (NumberFormatException e) {
      return Duration.ZERO;
    }
  }

  private static Duration parse(String text) {
    if (text.isBlank() || Character.isDigit(text.strip().charAt(0))) {
      return seconds(text);
    }
    try {
      Instant at =
          ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      Duration wait = Duration.between(Instant.now(), at);
      return wait.isNegative()
          ? Duration.ZERO
          : wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    } catch (DateTimeParseException e) {
      return Duration.ZERO;
    }
  }

  /** A service's answer as far as it is one short word, such as {@code channel_not_found}. */
  public static String word(String body) {
    String text = body.strip();
    if (text.isEmpty() || text.length() > 60) {
      return "";
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c == ' ' || c == '-')) {
        return "";
      }
    }
    return text;
  }
}
