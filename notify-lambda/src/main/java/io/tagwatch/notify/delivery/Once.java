package io.tagwatch.notify.delivery;

import io.tagwatch.notify.memory.Memory;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

  private static final String CLAIMED = "claimed";
  private static final String SENT = "sent";

  private final Memory memory;
  private final Map<String, Memory.Entry> claims = new ConcurrentHashMap<>();

  /** What this process has posted itself, also while the memory that others share was silent. */
  private final Set<String> own = Collections.newSetFromMap(new Newest());

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
    if (posted(id)) {
      return Claim.SENT;
    }
    Optional<Memory.Entry> mine = memory.replace(key(id), Memory.Entry.NONE, CLAIMED, CLAIM);
    if (mine.isPresent()) {
      claims.put(id, mine.get());
      return Claim.MINE;
    }
    return memory.find(key(id)).text().equals(SENT) ? Claim.SENT : Claim.OTHERS;
  }

  private boolean posted(String id) {
    synchronized (own) {
      return own.contains(id);
    }
  }

  void sent(String id) {
    synchronized (own) {
      own.add(id);
    }
    Memory.Entry claim = claims.remove(id);
    memory.replace(key(id), claim == null ? Memory.Entry.NONE : claim, SENT, KEEP);
  }

  void free(String id) {
    claims.remove(id);
    memory.forget(key(id));
  }

  private static String key(String id) {
    return "m/" + id;
  }

  /** Forgets the oldest first. */
  private static final class Newest extends LinkedHashMap<String, Boolean> {
    private static final long serialVersionUID = 1;
    private static final int MOST = 10_000;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
      return size() > MOST;
    }
  }
}
