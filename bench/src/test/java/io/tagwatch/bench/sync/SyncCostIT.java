package io.tagwatch.bench.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is promised of calls and quota time, at small sizes over the wire and by formula beyond. */
class SyncCostIT {
  private static final int SERVERS = 130;

  @Test
  void aSettledFleetCostsPagesAndAFirstInstallTheQuota() throws IOException {
    SyncFigures figures;
    try (SyncFleet fleet = SyncFleet.of(SERVERS)) {
      figures = SyncBench.measure(fleet, SERVERS);
    }

    assertThat(figures.steadyWrites()).isZero();
    assertThat(figures.steady())
        .isEqualTo(
            Map.of(
                "DescribeInstances", 1, "ListMetrics", 1, "DescribeAlarms", 7, "PutMetricData", 1));
    assertThat(figures.steadyCalls()).isEqualTo(SyncFigures.expectedSteadyCalls(SERVERS));
    assertThat(figures.overBound()).isBetween(0.0, 0.05);
    assertThat(figures.event())
        .isEqualTo(
            Map.of(
                "DescribeInstances",
                1,
                "ListMetrics",
                1,
                "DescribeAlarms",
                1,
                "PutMetricAlarm",
                2));
    assertThat(figures.eventCalls()).isLessThanOrEqualTo(5);
    assertThat(figures.throttled()).isZero();
  }

  @Test
  void aThousandServersStayBelowSixtyCallsAndGrowthIsLinear() {
    assertThat(SyncFigures.expectedSteadyCalls(1_000)).isLessThanOrEqualTo(60);
    assertThat(SyncFigures.expectedSteadyCalls(10_000))
        .isLessThanOrEqualTo(10 * SyncFigures.expectedSteadyCalls(1_000));
  }

  @Test
  void theStandInThrottlesWhatIsTooFast() throws IOException {
    try (SyncFleet fleet = SyncFleet.of(1);
        CountingFront front = CountingFront.before(fleet.url(), () -> 0L)) {
      SyncRun sync = new SyncRun(front.url(), new QuotaClock());

      sync.everything(java.time.Duration.ofMinutes(1));

      assertThat(front.throttled()).isPositive();
    }
  }
}
