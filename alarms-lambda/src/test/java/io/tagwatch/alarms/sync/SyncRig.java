package io.tagwatch.alarms.sync;

import io.tagwatch.alarms.TestConfigs;
import io.tagwatch.alarms.desired.Deployment;
import io.tagwatch.alarms.rule.AlarmsConfig;
import io.tagwatch.common.log.JsonLog;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** A sync over a {@link FakeCloud}. */
final class SyncRig {
  static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
  static final String TOPIC = "arn:aws:sns:eu-west-1:111122223333:tagwatch";

  final FakeCloud cloud = new FakeCloud();
  final FakeTicks ticks = new FakeTicks();
  AlarmsConfig config = TestConfigs.usual();
  Instant now = NOW;
  TimeLeft time = TimeLeft.endless();

  SyncReport run() {
    return run(SyncRequest.everything());
  }

  SyncReport run(SyncRequest request) {
    TokenBucket bucket = new TokenBucket(config.writesPerSecond(), ticks);
    return new AlarmSync(config, cloud.world(), bucket, JsonLog.silent())
        .run(request, deployment(), time);
  }

  /** The names of all alarms that should exist. */
  Set<String> wanted() {
    TokenBucket bucket = new TokenBucket(config.writesPerSecond(), ticks);
    Survey survey =
        new AlarmSync(config, cloud.world(), bucket, JsonLog.silent())
            .survey(SyncRequest.everything(), deployment());
    return survey instanceof Survey.Read read ? read.desired().alarms().keySet() : Set.of();
  }

  SyncReport runFor(Set<String> terminated, String... ids) {
    return run(new SyncRequest(new Scope.Servers(Set.of(ids)), terminated, false));
  }

  SyncReport allowingDeletes() {
    return run(new SyncRequest(Scope.everything(), Set.of(), true));
  }

  Deployment deployment() {
    return new Deployment("prod", Optional.of(TOPIC), "eu-west-1", "Tagwatch", now);
  }

  /** The function is stopped after so much of the fake time. */
  void stopAfter(Duration duration) {
    long end = ticks.nanos() + duration.toNanos();
    time = () -> Duration.ofNanos(end - ticks.nanos());
  }
}
