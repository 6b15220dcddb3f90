package io.tagwatch.uptime.probe;

import io.tagwatch.uptime.check.Check;

/** Asks one endpoint once. Implementations are thread-safe. */
public interface Prober {

  /**
   * Probes a check: one attempt, no retry, within the check's timeout. Blocks; meant for a virtual
   * thread. Never throws for what an endpoint does.
   */
  ProbeResult probe(Check check);
}
