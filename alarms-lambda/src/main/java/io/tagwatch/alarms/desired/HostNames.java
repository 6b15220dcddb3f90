package io.tagwatch.alarms.desired;

import java.util.List;

/** What host names resolve to. */
public interface HostNames {

  /** The addresses of a host as text; none when the name is unknown. */
  List<String> addressesOf(String host);
}
