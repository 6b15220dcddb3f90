package io.tagwatch.local.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * A store in one H2 MVStore file; records are kept as JSON text. Changes wait in memory until the
 * next commit, which a thread of its own carries out: nobody who is interrupted may touch the file,
 * since that would close it.
 */
final class FileStore implements Store {
  private static final String FILE = "tagwatch.mv";

  /**
   * How long space that is no longer used stays untouched. Thousands of commits in a row, as when
   * the clock is moved by days, would otherwise each look through all that they left behind.
   */
  private static final int RETENTION_MILLIS = 1_000;

  /** MVStore cleans up in the background only if it may also commit there, which it may not. */
  private static final int COMMITS_PER_CLEANING = 64;

  private static final int FILL_PERCENT = 70;
  private static final int CLEANED_BYTES = 4 * 1_048_576;

  /** How long closing may take to make the file smaller. */
  private static final int COMPACTION_MILLIS = 500;

  private final MVStore file;
  private final Keeper keeper = new Keeper();

  /** Shared by those who write together, held alone by those who commit. */
  private final ReentrantReadWriteLock units = new ReentrantReadWriteLock();

  private List<Change> waiting = new ArrayList<>();

  private FileStore(MVStore file) {
    this.file = file;
  }

  static FileStore open(Path folder) {
    Path path = folder.resolve(FILE);
    try {
      Files.createDirectories(folder);
    } catch (FileAlreadyExistsException e) {
      throw new StoreException(folder + " is a file; name a folder for the data instead.");
    } catch (IOException e) {
      throw new StoreException(folder + " cannot be created; name a folder that you may write to.");
    }
    if (!Files.isWritable(folder) || (Files.exists(path) && !Files.isWritable(path))) {
      throw new StoreException(folder + " is not writable; name a folder that you may write to.");
    }
    return new FileStore(open(folder, path));
  }

  private static MVStore open(Path folder, Path path) {
    try {
      return new MVStore.Builder().fileName(path.toString()).compress().autoCommitDisabled().open();
    } catch (MVStoreException e) {
      throw new StoreException(
          e.getErrorCode() == DataUtils.ERROR_FILE_LOCKED
              ? folder + " is in use by another Tagwatch; stop that one or name another folder."
              : path + " cannot be read as a Tagwatch store; move it away to start afresh.");
    }
  }

  @Override
  public <V> Room<V> room(String name, Class<V> type) {
    return new FileRoom<>(name, new RecordText<>(type), this);
  }

  @Override
  public boolean remembers() {
    return true;
  }

  @Override
  public <R> R together(Supplier<R> work) {
    units.readLock().lock();
    try {
      return work.get();
    } finally {
      units.readLock().unlock();
    }
  }

  /** To be made by the next commit. */
  synchronized void change(Change change) {
    waiting.add(change);
  }

  /** What commits have written, in the order of the keys. */
  void read(String room, BiConsumer<String, String> visitor) {
    keeper.work(
        () -> {
          file.<String, String>openMap(room).forEach(visitor);
          return room;
        });
  }

  @Override
  public void commit() {
    units.writeLock().lock();
    try {
      List<Change> changes = taken();
      if (!changes.isEmpty()) {
        keeper.work(() -> written(changes));
      }
    } finally {
      units.writeLock().unlock();
    }
  }

  private synchronized List<Change> taken() {
    List<Change> changes = waiting;
    waiting = new ArrayList<>();
    return changes;
  }

  private long written(List<Change> changes) {
    for (Change change : changes) {
      if (change.text() == null) {
        file.<String, String>openMap(change.room()).remove(change.key());
      } else {
        file.<String, String>openMap(change.room()).put(change.key(), change.text());
      }
    }
    long version = file.commit();
    if (version % COMMITS_PER_CLEANING == 0) {
      file.compact(FILL_PERCENT, CLEANED_BYTES);
    }
    return version;
  }

  @Override
  public void close() {
    commit();
    keeper.work(
        () -> {
          file.close(COMPACTION_MILLIS);
          return true;
        });
    keeper.close();
  }

  /**
   * One record to be written.
   *
   * @param text null to remove it
   */
  record Change(String room, String key, String text) {}
}
