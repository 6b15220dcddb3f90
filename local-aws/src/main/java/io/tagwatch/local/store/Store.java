package io.tagwatch.local.store;

import java.nio.file.Path;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** A place for rooms. */
public interface Store extends AutoCloseable {

  /**
   * The room of that name, created when it does not exist.
   *
   * @param name unique per kind of record, such as {@code sqs.queues}
   */
  <V> Room<V> room(String name, Class<V> type);

  /** Whether anything outlives the process. */
  boolean remembers();

  /** Does work whose writes belong together: a commit holds all of them or none. */
  <R> R together(Supplier<R> work);

  /** Writes what changed since the last commit; what a commit holds is kept whole or not at all. */
  void commit();

  /** Commits and releases the folder. */
  @Override
  void close();

  /** Keeps nothing: writes vanish, reads find empty rooms. */
  static Store forgetful() {
    return new Store() {
      @Override
      public <V> Room<V> room(String name, Class<V> type) {
        return new ForgetfulRoom<>();
      }

      @Override
      public boolean remembers() {
        return false;
      }

      @Override
      public <R> R together(Supplier<R> work) {
        return work.get();
      }

      @Override
      public void commit() {
        // Nothing is kept.
      }

      @Override
      public void close() {
        // Nothing is held.
      }
    };
  }

  /**
   * Keeps everything in one file in that folder, which is created when missing.
   *
   * @throws StoreException when the folder cannot be used
   */
  static Store in(Path folder) {
    return FileStore.open(folder);
  }

  /** A room without memory. */
  final class ForgetfulRoom<V> implements Room<V> {
    private ForgetfulRoom() {}

    @Override
    public void put(String key, V value) {
      // Forgotten.
    }

    @Override
    public void remove(String key) {
      // Nothing to remove.
    }

    @Override
    public void forEach(BiConsumer<String, V> visitor) {
      // Nothing to show.
    }
  }
}
