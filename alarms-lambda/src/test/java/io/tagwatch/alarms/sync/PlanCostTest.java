package io.tagwatch.alarms.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagwatch.alarms.TestServers;
import io.tagwatch.common.log.JsonLog;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PlanCostTest {
  private final SyncRig rig = new SyncRig();

  @Test
  void countsCallsTimeAndMoneyWithoutWriting() {
    rig.cloud.add(TestServers.running("i-1"), TestServers.running("i-2"));
    rig.run();
    rig.cloud.writes.clear();
    rig.cloud.add(
        TestServers.running("i-1", "tagwatch", "off"),
        TestServers.running("i-2", "tagwatch:cpu", "50/60 30s"),
        TestServers.running("i-3"));

    PlanCost cost = PlanCost.of(survey(), 3, "eu-west-1");

    assertThat(rig.cloud.writes).isEmpty();
    assertThat(cost.creates()).isEqualTo(3);
    assertThat(cost.updates()).isEqualTo(2);
    assertThat(cost.deletes()).isEqualTo(3);
    assertThat(cost.writeCalls()).isEqualTo(6);
    assertThat(cost.duration()).isEqualTo(Duration.ofSeconds(2));
    assertThat(cost.before().usd()).isEqualByComparingTo("0.60");
    assertThat(cost.after().usd()).isEqualByComparingTo("1.00");
  }

  @Test
  void countsWhatItKnowsNoPriceOf() {
    rig.cloud.add(TestServers.running("i-1"));

    assertThat(PlanCost.of(survey(), 3, "mars-north-1").after().unknown()).isEqualTo(3);
  }

  private Survey.Read survey() {
    AlarmSync sync =
        new AlarmSync(
            rig.config, rig.cloud.world(), new TokenBucket(3, rig.ticks), JsonLog.silent());
    return (Survey.Read) sync.survey(SyncRequest.everything(), rig.deployment());
  }
}
