package io.tagwatch.local.store;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

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

  /**
   * Shows one by one what was kept when the store was committed last, in the order of the keys.
   *
   * @param visitor must not use the store
   */
  void forEach(BiConsumer<String, V> visitor);

  /** All of it at once. */
  default Map<String, V> all() {
    Map<String, V> all = new LinkedHashMap<>();
    forEach(all::put);
    return all;
  }
}
