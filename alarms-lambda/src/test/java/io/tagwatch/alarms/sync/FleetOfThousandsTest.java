package io.tagwatch.alarms.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagwatch.alarms.TestServers;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** First install and steady state of a fleet, on the fake clock of the quota. */
class FleetOfThousandsTest {

  @Test
  void firstInstallTakesTheQuotaAndNoMoreAndTheSecondRunWritesNothing() {
    SyncRig rig = new SyncRig();
    for (int i = 0; i < 3_000; i++) {
      String id = "i-" + (100_000 + i);
      rig.cloud.add(TestServers.running(id));
      rig.cloud.addSeries("Tagwatch/Host mem_used_percent", "InstanceId", id);
    }

    SyncReport first = rig.run();
    Duration took = Duration.ofNanos(rig.ticks.nanos);
    SyncReport second = rig.run();

    assertThat(first.created()).isEqualTo(15_000);
    assertThat(took).isBetween(Duration.ofSeconds(4_900), Duration.ofSeconds(5_250));
    assertThat(second.unchanged()).isEqualTo(15_000);
    assertThat(Duration.ofNanos(rig.ticks.nanos)).isEqualTo(took);
  }
}
