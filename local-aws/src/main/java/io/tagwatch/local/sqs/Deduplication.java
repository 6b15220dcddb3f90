package io.tagwatch.local.sqs;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * What a FIFO queue accepted in the last five minutes, by de-duplication id: a repeat is answered
 * like the original and not delivered, whether or not the original is still there. Not thread-safe.
 */
final class Deduplication {

  /** What the original was answered with. */
  record Accepted(String messageId, String sequenceNumber, Instant at) {}

  private final Map<String, Accepted> accepted;

  Deduplication(Map<String, Accepted> accepted) {
    this.accepted = new HashMap<>(accepted);
  }

  Optional<Accepted> original(String key, Instant now) {
    accepted.values().removeIf(each -> !each.at().plus(SqsLimits.DEDUPLICATION).isAfter(now));
    return Optional.ofNullable(accepted.get(key));
  }

  void remember(String key, Accepted original) {
    accepted.put(key, original);
  }

  Map<String, Accepted> all() {
    return Map.copyOf(accepted);
  }

  /** The id of a message whose sender leaves it to the content: SHA-256 of the body. */
  static String idOf(String body) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
