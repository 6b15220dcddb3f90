package io.tagwatch.notify.memory;

import java.time.Duration;
import java.util.Optional;

/**
 * Short texts under keys, each forgotten after a while. Best effort: what cannot be asked is not
 * known, what cannot be written is not remembered, and neither throws. Thread-safe.
 *
 * <p>A key begins with one letter for what it is, and a slash; see {@code docs/operations.md}.
 */
public interface Memory {

  /**
   * What is known.
   *
   * @param version of the text, from 1; 0 when nothing is known
   * @param sure whether nobody else can know better; false while others who share the memory could
   *     not be asked
   */
  record Entry(String text, long version, boolean sure) {

    /** A sure one. */
    public Entry(String text, long version) {
      this(text, version, true);
    }

    public static final Entry NONE = new Entry("", 0);

    public boolean known() {
      return version > 0;
    }
  }

  /** What is known under a key; {@link Entry#NONE} for nothing. */
  Entry find(String key);

  /**
   * Writes over what was found.
   *
   * @param found what {@link #find} or the last {@code replace} answered; {@link Entry#NONE} to
   *     write only where nothing is known
   * @param keep how long it is remembered; zero to forget it at once
   * @return what is known now; empty when somebody else wrote in between
   */
  Optional<Entry> replace(String key, Entry found, String text, Duration keep);

  /** True when other processes see the same; asking may then take milliseconds. */
  default boolean shared() {
    return false;
  }

  /** What this process knows itself: asks nobody, and is told to the others later. */
  default Memory alone() {
    return this;
  }

  /** The same memory for one channel: the name comes behind the letter of each key. */
  default Memory of(String channel) {
    return new ChannelMemory(this, channel);
  }
}
