package io.tagwatch.alarms.rule;

import io.tagwatch.alarms.fleet.MetricName;
import io.tagwatch.alarms.rule.Measure.Input;
import io.tagwatch.common.config.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** {@code metric:}, or {@code expression:} with {@code metrics:}. */
final class MeasureReader {
  /** See {@code Id} in the API reference of {@code MetricDataQuery}. */
  private static final Pattern ID = Pattern.compile("[a-z][a-zA-Z0-9_]{0,254}");

  /** Metrics in one alarm; see {@code Metrics} in the API reference of PutMetricAlarm. */
  private static final int MOST_METRICS = 10;

  private static final String FORM = "its namespace and its name, such as AWS/EC2 CPUUtilization";

  /** A metric of uptime-lambda, whose namespace depends on the deployment. */
  private static final Pattern NAME_ALONE = Pattern.compile("[A-Za-z][A-Za-z0-9]*");

  private final SubjectKind subject;

  /**
   * @param subject rules about checks may name a metric of uptime-lambda without its namespace
   */
  MeasureReader(SubjectKind subject) {
    this.subject = subject;
  }

  Optional<Measure> read(Section section) {
    boolean math = section.node("expression").isPresent() || section.node("metrics").isPresent();
    if (!math) {
      return metric(section).map(Measure::of);
    }
    if (section.node("metric").isPresent()) {
      section
          .problems()
          .add(section.keyPlace("metric"), "metric and expression exclude each other");
    }
    Optional<String> expression = section.requiredText("expression");
    List<Input> inputs = section.section("metrics").map(this::inputs).orElseGet(ArrayList::new);
    if (inputs.isEmpty() || inputs.size() > MOST_METRICS) {
      section
          .problems()
          .add(
              section.keyPlace("metrics"),
              "needs 1 to " + MOST_METRICS + " metrics under metrics:");
      return Optional.empty();
    }
    return expression.map(text -> new Measure(inputs, Optional.of(text)));
  }

  private List<Input> inputs(Section metrics) {
    List<Input> inputs = new ArrayList<>();
    for (String id : new TreeSet<>(metrics.keys())) {
      if (!ID.matcher(id).matches()) {
        metrics
            .problems()
            .add(
                metrics.keyPlace(id),
                "\"" + id + "\" is no id; start with a small letter, then letters, digits and _");
      }
      metrics.section(id).flatMap(section -> input(id, section)).ifPresent(inputs::add);
    }
    return inputs;
  }

  private Optional<Input> input(String id, Section section) {
    Optional<MetricName> metric = metric(section);
    Optional<Statistic> statistic =
        Words.parsed(section, "statistic", "a statistic", Statistic.FORM, Statistic::parse);
    section.rejectUnknownKeys();
    return metric.map(m -> new Input(id, m, statistic));
  }

  private Optional<MetricName> metric(Section section) {
    if (section.node("metric").isEmpty()) {
      section.problems().add(section.place(), "needs the key \"metric\"");
    }
    return Words.parsed(
        section,
        "metric",
        "a metric",
        subject == SubjectKind.CHECKS ? FORM + ", or one of uptime-lambda's, such as Up" : FORM,
        this::parse);
  }

  private Optional<MetricName> parse(String text) {
    return subject == SubjectKind.CHECKS && NAME_ALONE.matcher(text).matches()
        ? Optional.of(new MetricName("", text))
        : MetricName.parse(text);
  }
}
