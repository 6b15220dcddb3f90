package io.tagwatch.cli.check;

import io.tagwatch.common.price.PricedItem;
import io.tagwatch.common.price.Prices;
import io.tagwatch.uptime.check.Check;
import io.tagwatch.uptime.check.ChecksConfig;
import io.tagwatch.uptime.check.Publication;
import io.tagwatch.uptime.check.Target;
import io.tagwatch.uptime.expect.Expectation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What checks cost in 30 days at list prices, probed once a minute; see docs/uptime.md for the
 * arithmetic. Alarms are counted by whoever knows the rules.
 *
 * @param checks how many there are
 * @param metrics published in every run when all are up, and those of the run itself
 * @param requests PutMetricData in 30 days; none for metrics that go to the log
 * @param parts what each part costs, in words and dollars; only those whose price is known
 * @param unknown what has no price here
 * @param asOf when the region's prices were looked up; empty for a region without any
 */
public record CheckCost(
    int checks,
    int metrics,
    long requests,
    List<Part> parts,
    List<String> unknown,
    Optional<LocalDate> asOf) {

  /** One line of the bill. */
  public record Part(String name, BigDecimal usd) {}

  private static final int RUNS = 30 * 24 * 60;
  private static final int METRICS_OF_A_RUN = 6;
  private static final int METRICS_PER_REQUEST = 1_000;
  private static final int FIRST_TIER = 10_000;

  /** What is assumed of a run: a second and ten milliseconds a check, with 512 MB. */
  private static final BigDecimal GB = new BigDecimal("0.5");

  private static final BigDecimal SECONDS_A_CHECK = new BigDecimal("0.01");

  /** Counts and prices; {@code region} such as {@code eu-west-1}. */
  public static CheckCost of(ChecksConfig config, String region) {
    int metrics = METRICS_OF_A_RUN + config.checks().stream().mapToInt(CheckCost::metrics).sum();
    boolean api = config.publication() == Publication.API;
    long requests =
        api ? (long) RUNS * ((metrics + METRICS_PER_REQUEST - 1) / METRICS_PER_REQUEST) : 0;
    Prices prices = Prices.in(region);
    List<Part> parts = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    part(metrics + " metrics", metricsUsd(prices, metrics), parts, unknown);
    if (api) {
      part(
          String.format(Locale.ROOT, "%,d requests", requests),
          prices.of(PricedItem.THOUSAND_REQUESTS, BigDecimal.valueOf(requests).movePointLeft(3)),
          parts,
          unknown);
    } else {
      unknown.add("log lines");
    }
    part("Lambda", lambdaUsd(prices, config.checks().size()), parts, unknown);
    return new CheckCost(config.checks().size(), metrics, requests, parts, unknown, prices.asOf());
  }

  /** All known parts together. */
  public BigDecimal usd() {
    return parts.stream().map(Part::usd).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Two decimals. */
  static String money(BigDecimal usd) {
    return usd.setScale(2, RoundingMode.HALF_UP).toPlainString();
  }

  private static int metrics(Check check) {
    int metrics = check.target().beginsWithTls() ? 3 : 2;
    return metrics + (check.phaseMetrics() ? phases(check) : 0);
  }

  /** Those that a check goes through when it is up; a body is read only where one is expected. */
  private static int phases(Check check) {
    int secured = check.target().beginsWithTls() ? 1 : 0;
    int body = check.expectations().stream().anyMatch(Expectation::needsBody) ? 1 : 0;
    return switch (check.target()) {
      case Target.Dns dns -> 2;
      case Target.Tls tls -> 3;
      case Target.Tcp tcp -> 2 + (tcp.send().isPresent() ? 1 : 0) + body;
      case Target.Web web -> 3 + secured + body;
      case Target.Grpc grpc -> 3 + secured + body;
    };
  }

  private static Optional<BigDecimal> metricsUsd(Prices prices, int metrics) {
    Optional<BigDecimal> first = prices.of(PricedItem.CUSTOM_METRIC, Math.min(metrics, FIRST_TIER));
    Optional<BigDecimal> beyond =
        prices.of(PricedItem.CUSTOM_METRIC_BEYOND_10000, Math.max(0, metrics - FIRST_TIER));
    return first.flatMap(usd -> beyond.map(usd::add));
  }

  private static Optional<BigDecimal> lambdaUsd(Prices prices, int checks) {
    BigDecimal seconds = SECONDS_A_CHECK.multiply(BigDecimal.valueOf(checks)).add(BigDecimal.ONE);
    Optional<BigDecimal> time =
        prices.of(
            PricedItem.LAMBDA_GB_SECOND_ARM,
            GB.multiply(seconds).multiply(BigDecimal.valueOf(RUNS)));
    return time.flatMap(usd -> prices.of(PricedItem.LAMBDA_REQUEST, RUNS).map(usd::add));
  }

  private static void part(
      String name, Optional<BigDecimal> usd, List<Part> parts, List<String> unknown) {
    usd.ifPresentOrElse(known -> parts.add(new Part(name, known)), () -> unknown.add(name));
  }
}
