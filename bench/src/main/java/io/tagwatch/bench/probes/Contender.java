package io.tagwatch.bench.probes;

import io.tagwatch.bench.runtime.ProcessFigures;
import java.io.IOException;
import java.util.Set;

/** A program that probes the same targets as the others, in a process of its own on one core. */
interface Contender extends AutoCloseable {

  /** As the table names it. */
  String title();

  /** Starts its process; nothing is probed yet. */
  void start() throws IOException, InterruptedException;

  /**
   * Probes every target once.
   *
   * @return the URLs that it found to be down
   */
  Set<String> round() throws IOException, InterruptedException;

  /** What its process has used since it was started. */
  ProcessFigures figures() throws IOException;

  /** Ends its process; it may be started again. */
  @Override
  void close();
}
