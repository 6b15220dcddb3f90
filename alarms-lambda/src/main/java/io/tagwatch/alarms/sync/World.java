package io.tagwatch.alarms.sync;

import io.tagwatch.alarms.desired.HostNames;
import io.tagwatch.alarms.fleet.SeriesSource;
import io.tagwatch.alarms.fleet.ServerSource;
import io.tagwatch.alarms.fleet.StatusTag;

/** The ports of a run. */
public record World(
    ServerSource servers,
    StatusTag status,
    SeriesSource series,
    HostNames hosts,
    AlarmStore alarms,
    TagAnnouncer tags,
    CheckBoard checks) {

  /** Where tags cannot ask for checks. */
  public World(
      ServerSource servers,
      StatusTag status,
      SeriesSource series,
      HostNames hosts,
      AlarmStore alarms,
      TagAnnouncer tags) {
    this(servers, status, series, hosts, alarms, tags, CheckBoard.none());
  }
}
