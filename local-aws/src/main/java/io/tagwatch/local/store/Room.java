package io.tagwatch.local.store;

import java.util.Map;

/**
 * Keeps the records of one kind by key. A service holds its state in memory, writes each change
 * through to its room and reads the room once, when it starts. Safe for concurrent use.
 *
 * @param <V> a record of plain components: text, numbers, booleans, enums, {@code Instant}, {@code
 *     byte[]}, lists, maps with text keys, other such records; any of them may be null
 */
public interface Room<V> {

  void put(String key, V value);

  void remove(String key);

  /** Everything that was kept when the store was committed last, in the order of the keys. */
  Map<String, V> all();
}
