package io.tagwatch.cli.check;

import io.tagwatch.alarms.sync.MonthlyPrice;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The bill of the checks in one sentence. */
public final class CheckCostText {
  private CheckCostText() {}

  /**
   * @param alarms how many alarms there are on checks and fixed subjects
   * @param alarmsPrice what they cost
   */
  public static String of(CheckCost cost, int alarms, MonthlyPrice alarmsPrice, String region) {
    List<String> parts = new ArrayList<>();
    cost.parts().forEach(part -> parts.add(part.name() + " " + CheckCost.money(part.usd())));
    List<String> unknown = new ArrayList<>(cost.unknown());
    BigDecimal sum = cost.usd();
    if (alarms > 0 && alarmsPrice.unknown() == 0) {
      parts.add(alarms + " alarms " + CheckCost.money(alarmsPrice.usd()));
      sum = sum.add(alarmsPrice.usd());
    } else if (alarms > 0) {
      unknown.add(alarms + " alarms");
    }
    String checks = cost.checks() == 1 ? "1 check costs" : cost.checks() + " checks cost";
    if (parts.isEmpty()) {
      return checks
          + " what is not known here for "
          + region
          + "; set AWS_REGION to another region";
    }
    return "%s about %s USD a month in %s, probed every minute: %s%s; list prices as of %s"
        .formatted(
            checks,
            CheckCost.money(sum),
            region,
            String.join(", ", parts),
            unknown.isEmpty() ? "" : " (no price here for " + String.join(", ", unknown) + ")",
            cost.asOf().map(Object::toString).orElse("?"));
  }
}
