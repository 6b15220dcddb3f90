package io.tagwatch.uptime.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TimeBudgetTest {

  @Property
  void neverPlansMoreThanThereIs(@ForAll @IntRange(max = 900_000) int millis) {
    TimeBudget budget = TimeBudget.of(Duration.ofMillis(millis));

    assertThat(budget.probing().plus(budget.selfCheck()).plus(budget.publishing()))
        .isEqualTo(Duration.ofMillis(millis));
    assertThat(budget.probing()).isGreaterThanOrEqualTo(budget.publishing());
  }

  @Test
  void keepsFourSecondsForTheSelfCheckAndTenForPublishing() {
    assertThat(TimeBudget.of(Duration.ofMinutes(1)))
        .isEqualTo(
            new TimeBudget(Duration.ofSeconds(46), Duration.ofSeconds(4), Duration.ofSeconds(10)));
  }
}
