package io.tagwatch.notify.memory;

import java.time.Duration;
import java.util.Optional;

/** A memory that can be out of reach; as {@link Memory}, but says so. Thread-safe. */
public interface Table {

  /**
   * @throws UnreachableException when it did not answer
   */
  Memory.Entry find(String key);

  /**
   * @throws UnreachableException when it did not answer
   */
  Optional<Memory.Entry> replace(String key, Memory.Entry found, String text, Duration keep);

  /** No answer, or none of use. */
  final class UnreachableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnreachableException(String message) {
      super(message);
    }
  }
}
