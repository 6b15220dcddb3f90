package io.tagwatch.objects;

import java.util.Optional;

/** Keeps small JSON texts by key where every function of a deployment finds them. */
public interface ObjectStore {

  /**
   * Reads one.
   *
   * @param key letters, digits and {@code . _ - /}
   * @param etag of the text that the caller has; it is not sent again
   */
  Read read(String key, Optional<String> etag);

  /** Writes one in place of whatever is there. */
  Write write(String key, String json);

  /** What became of a reading. */
  sealed interface Read {
    /** It is there. */
    record Found(String json, String etag) implements Read {}

    /** It is what the caller has. */
    record Unchanged() implements Read {}

    /** There is none. */
    record Missing() implements Read {}

    /**
     * It cannot be known.
     *
     * @param problem the rest of a sentence that starts with the key; holds no secret
     */
    record Failed(String problem) implements Read {}
  }

  /** What became of a writing. */
  sealed interface Write {
    /** It is kept. */
    record Kept() implements Write {}

    /**
     * It may or may not be kept.
     *
     * @param problem as in {@link Read.Failed}
     */
    record Failed(String problem) implements Write {}
  }
}
