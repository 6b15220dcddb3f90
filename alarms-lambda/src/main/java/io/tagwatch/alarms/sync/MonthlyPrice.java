package io.tagwatch.alarms.sync;

import io.tagwatch.alarms.alarm.Alarm;
import io.tagwatch.alarms.alarm.Watched;
import io.tagwatch.common.price.PricedItem;
import io.tagwatch.common.price.Prices;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;

/**
 * What alarms cost a month by the list, without free tier and discounts. See "Amazon CloudWatch
 * pricing", paid tier, alarms.
 *
 * @param usd of the alarms whose price is known
 * @param unknown how many alarms have no price here: another region, or a kind that was not looked
 *     up
 * @param asOf when the region's prices were looked up; empty for a region without any
 */
public record MonthlyPrice(BigDecimal usd, int unknown, Optional<LocalDate> asOf) {
  /** An anomaly band counts as three metrics: the metric and both edges. */
  private static final int METRICS_OF_A_BAND = 3;

  private static final int MINUTE = 60;

  /** The price of all these alarms in one region. */
  public static MonthlyPrice of(Collection<Alarm> alarms, String region) {
    Prices prices = Prices.in(region);
    BigDecimal sum = BigDecimal.ZERO;
    int unknown = 0;
    for (Alarm alarm : alarms) {
      Optional<BigDecimal> price = one(alarm, prices);
      unknown += price.isPresent() ? 0 : 1;
      sum = sum.add(price.orElse(BigDecimal.ZERO));
    }
    return new MonthlyPrice(sum, unknown, prices.asOf());
  }

  private static Optional<BigDecimal> one(Alarm alarm, Prices prices) {
    if (alarm.isComposite()) {
      return prices.of(PricedItem.COMPOSITE_ALARM, 1);
    }
    boolean band =
        alarm.watched() instanceof Watched.Queries queries && queries.thresholdMetric().isPresent();
    int metrics = band ? METRICS_OF_A_BAND : alarm.watched().metrics().size();
    boolean fast = alarm.watched().metrics().stream().anyMatch(metric -> metric.period() < MINUTE);
    return prices.of(
        fast ? PricedItem.HIGH_RESOLUTION_ALARM_METRIC : PricedItem.ALARM_METRIC, metrics);
  }
}
