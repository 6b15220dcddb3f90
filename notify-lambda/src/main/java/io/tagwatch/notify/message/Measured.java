package io.tagwatch.notify.message;

import io.tagwatch.common.alarm.AlarmMarker;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an alarm measures, as people call it. */
final class Measured {
  /** {@code SELECT AVG(Writes) FROM …} of Metrics Insights. */
  private static final Pattern QUERY =
      Pattern.compile(
          "\\s*SELECT\\s+(\\w+)\\(\\s*\"?([^\")]+)\"?\\s*\\)", Pattern.CASE_INSENSITIVE);

  private final AlarmFacts facts;
  private final Subject subject;
  private final Optional<AlarmMarker> marker;

  Measured(AlarmFacts facts, Subject subject, Optional<AlarmMarker> marker) {
    this.facts = facts;
    this.subject = subject;
    this.marker = marker;
  }

  String name() {
    if (facts.metric().isEmpty()) {
      return facts.formula().isPresent() ? formula(facts.formula().get()) : facts.name();
    }
    AlarmFacts.Metric metric = facts.metric().get();
    return switch (metric.name()) {
      case "CPUUtilization", "cpu_usage_active" -> "CPU";
      case "mem_used_percent" -> "Memory";
      case "disk_used_percent" -> subject.series().isEmpty() ? "Disk" : "Disk " + subject.series();
      case "swap_used_percent" -> "Swap";
      case "EstimatedCharges" -> "Estimated bill";
      case "Latency" -> metric.isUptime() ? "Latency" : named(metric);
      default -> named(metric);
    };
  }

  /** True for what is full rather than high. */
  boolean fills() {
    String metric = facts.metric().isPresent() ? facts.metric().get().name() : "";
    return metric.equals("disk_used_percent") || metric.equals("mem_used_percent");
  }

  /** The label that somebody gave it; of a query what it selects; else the alarm's name. */
  private String formula(AlarmFacts.Formula formula) {
    String label = formula.label().map(Measured::withoutValues).orElse("");
    if (!label.isEmpty()) {
      return AlarmSentence.capital(label);
    }
    Matcher query = QUERY.matcher(formula.text());
    if (query.lookingAt()) {
      String statistic = query.group(1).toLowerCase(Locale.ROOT);
      return query.group(2) + (statistic.equals("avg") ? "" : " (" + statistic + ")");
    }
    return facts.name().isEmpty() ? AlarmSentence.capital(formula.text()) : facts.name();
  }

  /** A label as far as the values that the console writes into it: {@code Errors [${SUM}]}. */
  private static String withoutValues(String label) {
    int value = label.indexOf("${");
    if (value < 0) {
      return label;
    }
    int bracket = label.lastIndexOf('[', value);
    return label.substring(0, bracket < 0 ? value : bracket).strip();
  }

  private String named(AlarmFacts.Metric metric) {
    if (marker.isPresent()) {
      return AlarmSentence.capital(marker.get().alarm().replace(':', ' '));
    }
    boolean obvious =
        metric.statistic().isEmpty()
            || metric.statistic().equals("average")
            || metric.statistic().equals("maximum");
    return metric.name() + (obvious ? "" : " (" + Statistics.plain(metric.statistic()) + ")");
  }
}
