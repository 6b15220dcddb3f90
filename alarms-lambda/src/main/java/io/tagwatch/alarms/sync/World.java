package io.tagwatch.alarms.sync;

import io.tagwatch.alarms.desired.HostNames;
import io.tagwatch.alarms.fleet.SeriesSource;
import io.tagwatch.alarms.fleet.ServerSource;

/** The ports of a run. */
public record World(
    ServerSource servers, SeriesSource series, HostNames hosts, AlarmStore alarms) {}
