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

  /** What the console calls a formula that nobody gave a name. */
  private static final Pattern DEFAULT_LABEL = Pattern.compile("Expression ?\\d+");

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
      return facts.expression().isPresent() ? formula(facts.expression().get()) : facts.name();
    }
    AlarmFacts.Metric metric = facts.metric().get();
    return switch (metric.name()) {
      case "CPUUtilization", "cpu_usage_active" -> "CPU";
      case "mem_used_percent" -> "Memory";
      case "disk_used_percent" -> subject.series().isEmpty() ? "Disk" : "Disk " + subject.series();
      case "swap_used_percent" -> "Swap";
      case "Latency" -> metric.isUptime() ? "Latency" : named(metric);
      default -> named(metric);
    };
  }

  /** True for what is full rather than high. */
  boolean fills() {
    String metric = facts.metric().isPresent() ? facts.metric().get().name() : "";
    return metric.equals("disk_used_percent") || metric.equals("mem_used_percent");
  }

  /** The label of a formula, unless it is the console's own; of a query what it selects. */
  private String formula(String expression) {
    Matcher query = QUERY.matcher(expression);
    if (query.lookingAt()) {
      String statistic = query.group(1).toLowerCase(Locale.ROOT);
      return query.group(2) + (statistic.equals("avg") ? "" : " (" + statistic + ")");
    }
    return DEFAULT_LABEL.matcher(expression).matches() && !facts.name().isEmpty()
        ? facts.name()
        : AlarmSentence.capital(expression);
  }

  private String named(AlarmFacts.Metric metric) {
    if (marker.isPresent()) {
      return AlarmSentence.capital(marker.get().alarm().replace(':', ' '));
    }
    boolean obvious =
        metric.statistic().isEmpty()
            || metric.statistic().equals("average")
            || metric.statistic().equals("maximum");
    return metric.name() + (obvious ? "" : " (" + metric.statistic() + ")");
  }
}
