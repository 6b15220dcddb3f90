package io.tagwatch.cli.history;

import java.time.Instant;
import java.util.Collection;

/** Where the past is read. */
public interface HistorySource {

  /**
   * Reads series, all pages.
   *
   * @param from included
   * @param to excluded
   */
  SeriesHistory load(Collection<Wanted> wanted, Instant from, Instant to);
}
