package io.tagwatch.notify.memory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What this process knows: for each letter that keys begin with, the latest 10,000 messages ({@code
 * m}) and the latest 2,000 of anything else. Thread-safe.
 */
public final class ProcessMemory implements Memory {
  private static final int MESSAGES = 10_000;
  private static final int OTHERS = 2_000;

  private final InstantSource clock;
  private final Map<Character, Map<String, Kept>> rooms = new LinkedHashMap<>();

  private record Kept(Entry entry, Instant until) {}

  public ProcessMemory(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public synchronized Entry find(String key) {
    Kept kept = room(key).get(key);
    return kept == null || !kept.until().isAfter(clock.instant()) ? Entry.NONE : kept.entry();
  }

  @Override
  public synchronized Optional<Entry> replace(String key, Entry found, String text, Duration keep) {
    if (find(key).version() != found.version()) {
      return Optional.empty();
    }
    return Optional.of(put(key, new Entry(text, found.version() + 1), keep));
  }

  /** Takes over what somebody else knows to be so. */
  synchronized Entry put(String key, Entry entry, Duration keep) {
    Map<String, Kept> room = room(key);
    room.remove(key);
    room.put(key, new Kept(entry, clock.instant().plus(keep)));
    return entry;
  }

  /** How long a text is still remembered; zero when it is not known. */
  synchronized Duration left(String key) {
    return find(key).known()
        ? Duration.between(clock.instant(), room(key).get(key).until())
        : Duration.ZERO;
  }

  synchronized void forget(String key) {
    room(key).remove(key);
  }

  private Map<String, Kept> room(String key) {
    Map<String, Kept> room = rooms.get(key.charAt(0));
    if (room == null) {
      room = new Room(key.charAt(0) == 'm' ? MESSAGES : OTHERS);
      rooms.put(key.charAt(0), room);
    }
    return room;
  }

  /** Forgets the eldest. */
  private static final class Room extends LinkedHashMap<String, Kept> {
    private static final long serialVersionUID = 1L;
    private final int most;

    Room(int most) {
      this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Kept> eldest) {
      return size() > most;
    }
  }
}
