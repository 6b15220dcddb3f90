package io.tagwatch.local.sqs;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a FIFO queue accepted in the last five minutes, by de-duplication id: a repeat is answered
 * like the original and not delivered, whether or not the original is still there. Not thread-safe.
 */
final class Deduplication {

  /** What the original was answered with. */
  record Accepted(String messageId, String sequenceNumber, Instant at) {}

  /** Oldest first. */
  private final Map<String, Accepted> accepted = new LinkedHashMap<>();

  Deduplication(Map<String, Accepted> known) {
    known.entrySet().stream()
        .sorted(Comparator.comparing(each -> each.getValue().at()))
        .forEach(each -> accepted.put(each.getKey(), each.getValue()));
  }

  Optional<Accepted> original(String key) {
    return Optional.ofNullable(accepted.get(key));
  }

  void remember(String key, Accepted original) {
    accepted.put(key, original);
  }

  /**
   * Forgets what is older than the interval.
   *
   * @return the keys that are forgotten
   */
  List<String> forget(Instant now) {
    List<String> old =
        accepted.entrySet().stream()
            .takeWhile(each -> !each.getValue().at().plus(SqsLimits.DEDUPLICATION).isAfter(now))
            .map(Map.Entry::getKey)
            .toList();
    accepted.keySet().removeAll(old);
    return old;
  }

  /** All keys that are remembered. */
  List<String> keys() {
    return List.copyOf(accepted.keySet());
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
