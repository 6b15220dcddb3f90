package io.tagwatch.notify.channel;

import java.time.Duration;

/** What a service's reply means. Reasons may still hold what the service echoed. */
public sealed interface Verdict {

  /** Confirmed. */
  record Delivered(String reference) implements Verdict {}

  /** Not now; {@code after} is zero when the service did not say. */
  record Later(String reason, Duration after) implements Verdict {}

  /** Never. */
  record Refused(String reason) implements Verdict {}

  /** The credentials or the address are wrong; a fresh reading of the secret may help. */
  record Stale(String reason) implements Verdict {}

  /** The payload is not liked; a plainer one may be. */
  record Unfit(String reason) implements Verdict {}
}
