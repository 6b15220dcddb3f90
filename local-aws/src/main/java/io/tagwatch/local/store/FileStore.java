package io.tagwatch.local.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.type.StringDataType;

/** A store in one H2 MVStore file; records are kept as JSON text. */
final class FileStore implements Store {
  private static final String FILE = "tagwatch.mv";

  private final MVStore file;

  /** Shared by those who write together, held alone by those who commit. */
  private final ReentrantReadWriteLock units = new ReentrantReadWriteLock();

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
    MVMap<String, String> map =
        file.openMap(
            name,
            new MVMap.Builder<String, String>()
                .keyType(StringDataType.INSTANCE)
                .valueType(StringDataType.INSTANCE));
    return new FileRoom<>(map, new RecordText<>(type));
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

  @Override
  public void commit() {
    units.writeLock().lock();
    try {
      if (!file.isClosed() && file.hasUnsavedChanges()) {
        file.commit();
      }
    } finally {
      units.writeLock().unlock();
    }
  }

  @Override
  public void close() {
    units.writeLock().lock();
    try {
      file.close();
    } finally {
      units.writeLock().unlock();
    }
  }
}
