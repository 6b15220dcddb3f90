package io.tagwatch.uptime.expect;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/**
 * What a probe saw, as far as it got. What is empty was not seen.
 *
 * @param latency from the start to the last byte read
 * @param certificateLeft how long the certificate is still valid; negative once it ended
 * @param redaction takes secrets out of a text that is about to be told
 */
public record Observation(
    OptionalInt status,
    Duration latency,
    HeaderLookup headers,
    Body body,
    Optional<Duration> certificateLeft,
    UnaryOperator<String> redaction) {

  Excerpt excerpt() {
    return new Excerpt(redaction);
  }

  /** The headers of an answer. */
  public interface HeaderLookup {
    /** The value of a header, whatever the case of its name; several joined by ", ". */
    Optional<String> header(String name);
  }

  /** The body of an answer, as far as it was read. */
  public interface Body {
    /** The decoded text so far. */
    CharSequence text();

    /** Whether nothing follows. */
    boolean complete();

    /**
     * The text as JSON, parsed once.
     *
     * @throws IllegalArgumentException with one sentence when it is not JSON
     */
    Object json();
  }
}
