package io.tagwatch.alarms.sync;

import io.tagwatch.alarms.desired.Desired;
import io.tagwatch.alarms.desired.SeriesCatalog;
import io.tagwatch.alarms.desired.TaggedChecks;
import io.tagwatch.alarms.fleet.Failure;
import io.tagwatch.alarms.fleet.Server;
import java.util.List;

/** What a run found before it writes. */
public sealed interface Survey {

  /** Servers or alarms could not be read, so that nothing may be concluded. */
  record Unread(int servers, List<Failure> failures) implements Survey {}

  /**
   * Everything needed was read.
   *
   * @param servers that are not gone
   * @param series of each server
   * @param failures series that could not be listed; their alarms stay as they are
   * @param checks that tags of these servers ask for
   * @param scope what was looked at
   * @param doubtful EC2 listed no server at all, not even a terminated one, and no event says why
   */
  record Read(
      List<Server> servers,
      SeriesCatalog series,
      Desired desired,
      Plan plan,
      List<Failure> failures,
      TaggedChecks checks,
      Scope scope,
      boolean doubtful)
      implements Survey {
    public Read {
      servers = List.copyOf(servers);
      failures = List.copyOf(failures);
    }
  }
}
