package io.tagwatch.local.store;

import java.util.LinkedHashMap;
import java.util.Map;
import org.h2.mvstore.MVMap;

/** A room in one map of the store's file. */
final class FileRoom<V> implements Room<V> {
  private final MVMap<String, String> map;
  private final RecordText<V> text;

  FileRoom(MVMap<String, String> map, RecordText<V> text) {
    this.map = map;
    this.text = text;
  }

  @Override
  public void put(String key, V value) {
    map.put(key, text.print(value));
  }

  @Override
  public void remove(String key) {
    map.remove(key);
  }

  @Override
  public Map<String, V> all() {
    Map<String, V> result = new LinkedHashMap<>();
    map.forEach((key, value) -> result.put(key, text.parse(value)));
    return result;
  }
}
