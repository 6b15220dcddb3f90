package io.tagwatch.alarms.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagwatch.alarms.TestServers;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How a run writes: in which order, how fast, until when, and past which faults. */
class WriterTest {
  private final SyncRig rig = new SyncRig();

  @Test
  void stopsBeforeTheDeadlineAndGoesOnNextTime() {
    for (int i = 10; i < 30; i++) {
      rig.cloud.add(TestServers.running("i-" + i));
    }
    rig.stopAfter(Duration.ofSeconds(7));

    SyncReport first = rig.run();
    rig.time = TimeLeft.endless();
    SyncReport second = rig.run();

    assertThat(first.created()).isBetween(12, 18);
    assertThat(first.backlog()).isEqualTo(60 - first.created());
    assertThat(first.complete()).isFalse();
    assertThat(rig.cloud.writes.subList(0, 12)).allMatch(write -> write.endsWith("/critical"));
    assertThat(second.created()).isEqualTo(60 - first.created());
    assertThat(second.complete()).isTrue();
  }

  @Test
  void slowsDownWhileItIsThrottled() {
    rig.cloud.add(TestServers.running("i-1"));
    int[] calls = {0};
    rig.cloud.fate =
        () -> calls[0]++ < 4 ? new WriteOutcome.Throttled("slow down") : new WriteOutcome.Done();

    SyncReport report = rig.run();

    assertThat(report.created()).isEqualTo(3);
    assertThat(report.complete()).isTrue();
    assertThat(Duration.ofNanos(rig.ticks.nanos)).isGreaterThan(Duration.ofSeconds(5));
  }

  @Test
  void namesTheMissingPermissionAndGoesOnWithOtherOperations() {
    rig.cloud.add(TestServers.running("i-1"), TestServers.running("i-2"));
    rig.run();
    rig.cloud.add(TestServers.running("i-1", "tagwatch", "off"), TestServers.running("i-3"));
    FakeCloud cloud = rig.cloud;
    cloud.fate =
        () ->
            cloud.calls.getLast().equals("PutMetricAlarm")
                ? new WriteOutcome.Denied("add cloudwatch:PutMetricAlarm")
                : new WriteOutcome.Done();

    SyncReport report = rig.run();

    assertThat(report.deleted()).isEqualTo(3);
    assertThat(report.backlog()).isEqualTo(3);
    assertThat(report.errors()).isNotEmpty().allMatch(e -> e.message().contains("PutMetricAlarm"));
  }

  @Test
  void deletesTheOthersWhenSomebodysCompositeHoldsOne() {
    for (int i = 10; i < 50; i++) {
      rig.cloud.add(TestServers.running("i-" + i));
    }
    rig.run();
    for (int i = 10; i < 50; i++) {
      rig.cloud.add(TestServers.running("i-" + i, "tagwatch", "off"));
    }
    String held = "tagwatch/prod/i-17/cpu/warning";
    rig.cloud.depended.add(held);

    SyncReport report = rig.run();

    assertThat(rig.cloud.alarms).containsOnlyKeys(held);
    assertThat(report.deleted()).isEqualTo(119);
    assertThat(report.backlog()).isEqualTo(1);
    assertThat(report.errors())
        .extracting(error -> error.message())
        .containsExactly(held + ": there are composite alarm(s) depending on it");
  }

  @Test
  void writesInTheOrderOfImportance() {
    rig.cloud.add(TestServers.running("i-1"), TestServers.running("i-2"));

    rig.run();

    assertThat(rig.cloud.writes)
        .containsExactly(
            "create tagwatch/prod/i-1/status-check/critical",
            "create tagwatch/prod/i-2/status-check/critical",
            "create tagwatch/prod/i-1/cpu/critical",
            "create tagwatch/prod/i-2/cpu/critical",
            "create tagwatch/prod/i-1/cpu/warning",
            "create tagwatch/prod/i-2/cpu/warning");
  }
}
