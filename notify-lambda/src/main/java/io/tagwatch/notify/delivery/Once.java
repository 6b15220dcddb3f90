package io.tagwatch.notify.delivery;

import io.tagwatch.notify.memory.Memory;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Sees to it that a message is posted once: whoever wants to post it claims it first. A claim that
 * is not settled ends by itself, so that a message of a process that died is not stuck.
 * Thread-safe.
 */
final class Once {
  /** Longer than a function lives after it claimed: its timeout is 60 s. */
  static final Duration CLAIM = Duration.ofSeconds(90);

  /** As long as SQS keeps a message, so that even a redriven one is known. */
  private static final Duration KEEP = Duration.ofDays(14);

  /** So often another process may write between reading and writing. */
  private static final int TRIES = 3;

  private static final String CLAIMED = "claimed";
  private static final String FREE = "free";
  private static final String SENT = "sent";

  private final Memory memory;
  private final Map<String, Memory.Entry> claims = new ConcurrentHashMap<>();

  /**
   * @param memory of one channel
   */
  Once(Memory memory) {
    this.memory = memory;
  }

  /** Whose a message is. */
  enum Claim {
    MINE,
    /** Somebody is about to post it; if they do not, it is free after {@link #CLAIM}. */
    OTHERS,
    SENT
  }

  Claim claim(String id) {
    Optional<Memory.Entry> mine = memory.replace(key(id), Memory.Entry.NONE, CLAIMED, CLAIM);
    if (mine.isPresent()) {
      claims.put(id, mine.get());
      return Claim.MINE;
    }
    return memory.find(key(id)).text().equals(SENT) ? Claim.SENT : Claim.OTHERS;
  }

  /** Whoever claimed it meanwhile: it is posted. */
  void sent(String id) {
    Memory.Entry claim = claims.remove(id);
    Memory.Entry found = claim == null ? Memory.Entry.NONE : claim;
    for (int tries = 0; tries < TRIES; tries++) {
      if (memory.replace(key(id), found, SENT, KEEP).isPresent()) {
        return;
      }
      found = memory.find(key(id));
      if (found.text().equals(SENT)) {
        return;
      }
    }
  }

  /** Gives back what was claimed here; what somebody else made of it meanwhile stands. */
  void free(String id) {
    Memory.Entry claim = claims.remove(id);
    if (claim != null) {
      memory.replace(key(id), claim, FREE, Duration.ZERO);
    }
  }

  private static String key(String id) {
    return "m/" + id;
  }
}
