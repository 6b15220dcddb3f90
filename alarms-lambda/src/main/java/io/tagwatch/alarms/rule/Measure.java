package io.tagwatch.alarms.rule;

import io.tagwatch.alarms.fleet.MetricName;
import java.util.List;
import java.util.Optional;

/**
 * What a rule measures: one metric, or metric math over several.
 *
 * @param inputs at least one, in the order of their ids
 * @param expression metric math over the ids; empty for the one metric itself
 */
public record Measure(List<Input> inputs, Optional<String> expression) {

  /**
   * A metric under the name that the expression gives it.
   *
   * @param statistic its own; empty for the rule's
   */
  public record Input(String id, MetricName metric, Optional<Statistic> statistic) {}

  /** The id of the metric of a rule without expression, in anomaly bands. */
  public static final String ONLY = "m1";

  public Measure {
    inputs = List.copyOf(inputs);
  }

  /** One metric. */
  public static Measure of(MetricName metric) {
    return new Measure(List.of(new Input(ONLY, metric, Optional.empty())), Optional.empty());
  }

  /** The same, with metrics that name no namespace in this one. */
  Measure in(String namespace) {
    return new Measure(
        inputs.stream()
            .map(input -> new Input(input.id(), input.metric().in(namespace), input.statistic()))
            .toList(),
        expression);
  }

  public List<MetricName> metrics() {
    return inputs.stream().map(Input::metric).distinct().toList();
  }

  /** The one metric; empty for metric math. */
  public Optional<MetricName> onlyMetric() {
    return expression.isPresent() ? Optional.empty() : Optional.of(inputs.getFirst().metric());
  }

  /** True when EC2 publishes everything that is measured. */
  public boolean isFromEc2() {
    return inputs.stream().allMatch(input -> input.metric().isFromEc2());
  }

  /** For sentences: the metric's name, or the expression. */
  public String label() {
    return expression.orElseGet(() -> inputs.getFirst().metric().name());
  }
}
