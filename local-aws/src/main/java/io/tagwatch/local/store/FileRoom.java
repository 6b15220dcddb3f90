package io.tagwatch.local.store;

import io.tagwatch.local.store.FileStore.Change;
import java.util.function.BiConsumer;

/** A room in one map of the store's file. */
final class FileRoom<V> implements Room<V> {
  private final String name;
  private final RecordText<V> text;
  private final FileStore store;

  FileRoom(String name, RecordText<V> text, FileStore store) {
    this.name = name;
    this.text = text;
    this.store = store;
  }

  @Override
  public void put(String key, V value) {
    store.change(new Change(name, key, text.print(value)));
  }

  @Override
  public void remove(String key) {
    store.change(new Change(name, key, null));
  }

  @Override
  public void forEach(BiConsumer<String, V> visitor) {
    store.read(name, (key, value) -> visitor.accept(key, text.parse(value)));
  }
}
