package io.tagwatch.cli.terminal;

import java.time.Duration;

/**
 * One line that says what goes on while a person waits, and goes away in the end. Only on a
 * terminal; elsewhere nothing is said. Thread-safe.
 */
public final class Progress implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMillis(300);
  private static final String CLEAR_LINE = "\r\u001b[K";

  private final Terminal terminal;
  private final long start = System.nanoTime();
  private final Thread painter;
  private volatile String text;
  private volatile boolean done;

  private Progress(Terminal terminal, String text) {
    this.terminal = terminal;
    this.text = text;
    this.painter = terminal.interactive() ? Thread.ofVirtual().start(this::paint) : null;
  }

  /** Begins to say what goes on. */
  public static Progress begin(Terminal terminal, String text) {
    return new Progress(terminal, text);
  }

  /** Says something else from now on. */
  public void say(String other) {
    text = other;
  }

  private void paint() {
    try {
      while (!done) {
        Thread.sleep(PATIENCE);
        if (!done) {
          terminal.err().print(CLEAR_LINE + text + " … " + seconds() + " s");
          terminal.err().flush();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private long seconds() {
    return Duration.ofNanos(System.nanoTime() - start).toSeconds();
  }

  @Override
  public void close() {
    done = true;
    if (painter == null) {
      return;
    }
    painter.interrupt();
    try {
      painter.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    terminal.err().print(CLEAR_LINE);
    terminal.err().flush();
  }
}
