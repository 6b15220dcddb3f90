package io.tagwatch.common.price;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PricesTest {

  @ParameterizedTest
  @ValueSource(strings = {"us-east-1", "eu-west-1", "eu-central-1"})
  void knowsWhatAlarmsCostWhereItWasLookedUp(String region) {
    Prices prices = Prices.in(region);

    assertThat(prices.of(PricedItem.ALARM_METRIC, 61).orElseThrow()).isEqualByComparingTo("6.10");
    assertThat(prices.find(PricedItem.HIGH_RESOLUTION_ALARM_METRIC).orElseThrow().usd())
        .isEqualByComparingTo("0.30");
    assertThat(prices.asOf()).contains(LocalDate.of(2026, 8, 6));
  }

  @ParameterizedTest
  @EnumSource
  void everyItemHasAPriceWithDateAndSourceSomewhere(PricedItem item) {
    Price price = Prices.in("us-east-1").find(item).orElseThrow();

    assertThat(price.usd()).isPositive();
    assertThat(price.asOf()).isAfter(LocalDate.of(2025, 1, 1));
    assertThat(price.source()).isNotBlank();
  }

  @Test
  void doesNotGuess() {
    assertThat(Prices.in("mars-north-1").asOf()).isEmpty();
    assertThat(Prices.in("mars-north-1").of(PricedItem.ALARM_METRIC, 1)).isEmpty();
    assertThat(Prices.in("ap-southeast-1").find(PricedItem.COMPOSITE_ALARM)).isEmpty();
  }
}
