package io.tagwatch.local.sns;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The newest messages of all topics, for people to look at. Thread-safe. */
final class PublishedMessages {
  /** Older ones are forgotten. */
  static final int KEPT = 1_000;

  private final Deque<PublishedMessage> newest = new ArrayDeque<>();
  private final List<Consumer<PublishedMessage>> listeners = new CopyOnWriteArrayList<>();

  void add(PublishedMessage message) {
    synchronized (newest) {
      newest.addLast(message);
      if (newest.size() > KEPT) {
        newest.removeFirst();
      }
    }
    listeners.forEach(listener -> listener.accept(message));
  }

  /** Oldest first. */
  List<PublishedMessage> all() {
    synchronized (newest) {
      return List.copyOf(newest);
    }
  }

  void listen(Consumer<PublishedMessage> listener) {
    listeners.add(listener);
  }
}
