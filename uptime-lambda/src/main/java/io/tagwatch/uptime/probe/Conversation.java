package io.tagwatch.uptime.probe;

import java.io.IOException;
import java.util.Optional;
import org.apache.hc.core5.http.HttpException;

/** What is said between a prober and an endpoint, for one protocol. */
interface Conversation {

  /**
   * Holds it once.
   *
   * @return which expectations did not hold; empty when all did
   */
  Optional<Failure> hold(Attempt attempt)
      throws ProbeException, IOException, HttpException, InterruptedException;
}
