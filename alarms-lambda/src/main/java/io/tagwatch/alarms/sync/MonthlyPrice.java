package io.tagwatch.alarms.sync;

import io.tagwatch.alarms.alarm.Alarm;
import io.tagwatch.alarms.alarm.Watched;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;

/**
 * What alarms cost a month by the list, without free tier and discounts. See "Amazon CloudWatch
 * pricing", paid tier, alarms.
 *
 * @param usd of the alarms whose price is known
 * @param unknown how many alarms are in regions without a price here
 */
public record MonthlyPrice(BigDecimal usd, int unknown) {
  /** When the prices were looked up. */
  public static final LocalDate AS_OF = LocalDate.of(2025, 6, 1);

  /** For each metric of an alarm with periods of a minute and longer. */
  private static final BigDecimal STANDARD = new BigDecimal("0.10");

  /** For each metric of an alarm with shorter periods. */
  private static final BigDecimal HIGH_RESOLUTION = new BigDecimal("0.30");

  /** An anomaly band counts as three metrics: the metric and both edges. */
  private static final int METRICS_OF_A_BAND = 3;

  private static final int MINUTE = 60;

  private static final Set<String> REGIONS =
      Set.of(
          "us-east-1",
          "us-east-2",
          "us-west-1",
          "us-west-2",
          "eu-west-1",
          "eu-west-2",
          "eu-central-1");

  /** The price of all these alarms in one region. */
  public static MonthlyPrice of(Collection<Alarm> alarms, String region) {
    if (!REGIONS.contains(region)) {
      return new MonthlyPrice(BigDecimal.ZERO, alarms.size());
    }
    BigDecimal sum =
        alarms.stream().map(MonthlyPrice::one).reduce(BigDecimal.ZERO, BigDecimal::add);
    return new MonthlyPrice(sum, 0);
  }

  private static BigDecimal one(Alarm alarm) {
    boolean band =
        alarm.watched() instanceof Watched.Queries queries && queries.thresholdMetric().isPresent();
    int metrics = band ? METRICS_OF_A_BAND : alarm.watched().metrics().size();
    boolean fast = alarm.watched().metrics().stream().anyMatch(metric -> metric.period() < MINUTE);
    return (fast ? HIGH_RESOLUTION : STANDARD).multiply(BigDecimal.valueOf(metrics));
  }
}
