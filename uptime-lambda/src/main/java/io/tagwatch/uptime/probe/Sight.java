package io.tagwatch.uptime.probe;

import io.tagwatch.uptime.expect.Observation;
import java.util.Optional;

/** What an attempt has seen, in the words of expectations. */
final class Sight {
  private Sight() {}

  /** Of a protocol without headers. */
  static Observation of(Attempt attempt, Observation.Body body) {
    return of(attempt, name -> Optional.empty(), body);
  }

  static Observation of(Attempt attempt, Observation.HeaderLookup headers, Observation.Body body) {
    return new Observation(
        attempt.status(),
        attempt.clock().elapsed(),
        headers,
        body,
        attempt.certificateLeft(),
        attempt.redaction());
  }
}
