package io.tagwatch.uptime.probe;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.TimeoutException;

/** From a host's name to its addresses. */
interface HostLookup {

  /**
   * The addresses, in the order of preference, at least one.
   *
   * @throws UnknownHostException when there is none
   * @throws TimeoutException when no answer came in time
   */
  List<InetAddress> addresses(String host, int withinMillis)
      throws UnknownHostException, TimeoutException, InterruptedException;
}
