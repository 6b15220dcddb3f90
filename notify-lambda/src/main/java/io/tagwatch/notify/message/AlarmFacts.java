package io.tagwatch.notify.message;

import io.tagwatch.common.config.Node;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of an alarm's change of state, whichever way it came.
 *
 * @param state {@code ALARM}, {@code OK}, {@code INSUFFICIENT_DATA}, or what AWS may add
 * @param previousAt since when it was in the previous state
 * @param configuredAt when the alarm was created or last updated
 * @param metric of a single metric or the one that an anomaly band watches
 * @param formula of metric math, or a query over many series
 * @param condition of anything but composite alarms
 * @param children of a composite alarm: those that made it change
 * @param suppressed why a composite alarm's own actions are held back
 * @param rule of a composite alarm
 * @param contributor of a query over many series: which one it is
 * @param watched where the message tells what the alarm evaluates, as {@link AlarmChart} reads it
 */
record AlarmFacts(
    String name,
    Optional<Arn> arn,
    String description,
    String state,
    Optional<String> previousState,
    String reason,
    Optional<Instant> changedAt,
    Optional<Instant> previousAt,
    Optional<Instant> configuredAt,
    Optional<String> account,
    Optional<String> region,
    Optional<Metric> metric,
    Optional<Formula> formula,
    Condition condition,
    List<Child> children,
    Optional<String> suppressed,
    Optional<String> rule,
    Optional<Contributor> contributor,
    Optional<Node> watched) {

  /** How long the first data of a new alarm may take: three periods of five minutes. */
  private static final Duration FIRST_DATA = Duration.ofMinutes(15);

  /**
   * A series.
   *
   * @param statistic in lower case, such as {@code average} or {@code p99}
   * @param unit as declared; may be absent
   * @param period seconds; 0 when unknown
   */
  record Metric(
      String namespace,
      String name,
      Map<String, String> dimensions,
      String statistic,
      Optional<String> unit,
      int period) {

    /** True for what uptime-lambda measures. */
    boolean isUptime() {
      return namespace.endsWith("/Uptime");
    }

    String unitWord() {
      return Units.of(unit, namespace, name);
    }
  }

  /**
   * What is computed from metrics.
   *
   * @param label that somebody gave it
   * @param text with the metrics' names in the place of their identifiers
   * @param dimensions that all its metrics share; empty when they differ
   */
  record Formula(Optional<String> label, String text, Map<String, String> dimensions) {}

  /**
   * When it fires.
   *
   * @param operator as the API spells it; empty when unknown
   * @param datapoints to alarm; 0 when unknown
   * @param periods looked at; 0 when unknown
   * @param period seconds; 0 when unknown
   */
  record Condition(
      String operator, Optional<BigDecimal> threshold, int datapoints, int periods, int period) {}

  /** An alarm below a composite one, in its state since a time. */
  record Child(Arn arn, String state, Optional<Instant> since) {
    String name() {
      return arn.resource().startsWith("alarm:") ? arn.resource().substring(6) : arn.resource();
    }
  }

  /** One series among those of a query. */
  record Contributor(String id, Map<String, String> attributes) {
    /** The values that tell it from the others. */
    String print() {
      return attributes.isEmpty() ? id : String.join(", ", attributes.values());
    }
  }

  /** True for alarms on whether something answers at all: 1 or 0. */
  boolean isAvailability() {
    return metric.isPresent() && metric.get().isUptime() && metric.get().name().equals("Up");
  }

  boolean firing() {
    return state.equals("ALARM");
  }

  boolean ok() {
    return state.equals("OK");
  }

  /**
   * True for the first OK of an alarm that was created or changed a moment ago: its data has come
   * in, and nothing was wrong before.
   */
  boolean isFirstOk() {
    return ok()
        && previousState.map("INSUFFICIENT_DATA"::equals).orElse(false)
        && changedAt.isPresent()
        && configuredAt.isPresent()
        && changedAt.get().isBefore(configuredAt.get().plus(FIRST_DATA));
  }

  /** True when the alarm decided on data that did not come. */
  boolean silent() {
    return reason.contains("no datapoints were received")
        && StateReason.parse(reason).newest().isEmpty();
  }

  boolean withoutData() {
    return state.equals("INSUFFICIENT_DATA");
  }

  /** What tells its series from others: of its metric, or what all metrics of its formula share. */
  Map<String, String> dimensions() {
    return metric.isPresent()
        ? metric.get().dimensions()
        : formula.map(Formula::dimensions).orElse(Map.of());
  }

  boolean wasFiring() {
    return previousState.map("ALARM"::equals).orElse(true);
  }
}
