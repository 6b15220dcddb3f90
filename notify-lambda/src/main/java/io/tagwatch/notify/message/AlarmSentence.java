package io.tagwatch.notify.message;

import io.tagwatch.common.alarm.AlarmMarker;
import java.math.BigDecimal;
import java.util.Optional;

/** What is wrong, or right again, in one human sentence. */
final class AlarmSentence {
  private final AlarmFacts facts;
  private final Subject subject;
  private final Optional<AlarmMarker> marker;
  private final Optional<BigDecimal> value;
  private final boolean silent;

  AlarmSentence(AlarmFacts facts, Subject subject, Optional<AlarmMarker> marker) {
    this.facts = facts;
    this.subject = subject;
    this.marker = marker;
    this.value = StateReason.parse(facts.reason()).newest();
    this.silent = value.isEmpty() && facts.reason().contains("no datapoints were received");
  }

  String title() {
    if (facts.rule().isPresent() || !facts.children().isEmpty()) {
      return composite();
    }
    if (!facts.firing() && !facts.ok()) {
      return "No data on " + of(measured());
    }
    return switch (theme()) {
      case "Up" -> up();
      case "CertificateDaysLeft" -> certificate();
      case "StatusCheckFailed" -> statusCheck();
      default -> level();
    };
  }

  private String theme() {
    String metric = facts.metric().map(AlarmFacts.Metric::name).orElse("");
    boolean uptime = facts.metric().map(m -> m.namespace().endsWith("/Uptime")).orElse(false);
    if (uptime && (metric.equals("Up") || metric.equals("CertificateDaysLeft"))) {
      return metric;
    }
    return metric.startsWith("StatusCheckFailed") ? "StatusCheckFailed" : "";
  }

  private String composite() {
    String name = marker.map(AlarmMarker::alarm).orElse(facts.name());
    if (!facts.firing()) {
      return facts.ok() ? name + " is over" : "No data on " + name;
    }
    long firing = facts.children().stream().filter(child -> child.state().equals("ALARM")).count();
    return firing == 0
        ? name
        : name + ": " + (firing == 1 ? "1 alarm" : firing + " alarms") + " below it";
  }

  private String up() {
    if (facts.ok()) {
      return subject.name() + (facts.wasFiring() ? " is up again" : " is up");
    }
    return silent
        ? subject.name() + " is not being checked: no measurements"
        : subject.name() + " is down";
  }

  private String certificate() {
    if (silent || value.isEmpty()) {
      return level();
    }
    if (facts.ok()) {
      return "The certificate of " + subject.name() + " is good for " + print(value.get());
    }
    return value.get().signum() < 0
        ? "The certificate of " + subject.name() + " ended " + print(value.get().negate()) + " ago"
        : "The certificate of " + subject.name() + " ends in " + print(value.get());
  }

  private String statusCheck() {
    if (silent) {
      return level();
    }
    String check =
        switch (facts.metric().map(AlarmFacts.Metric::name).orElse("")) {
          case "StatusCheckFailed_System" -> "system status check";
          case "StatusCheckFailed_Instance" -> "instance status check";
          case "StatusCheckFailed_AttachedEBS" -> "attached EBS status check";
          default -> "EC2 status check";
        };
    return subject.name()
        + (facts.ok()
            ? " passes its " + check + (facts.wasFiring() ? " again" : "")
            : " fails its " + check);
  }

  private String level() {
    if (silent) {
      return facts.ok() ? of(measured()) + " is quiet" : "No data on " + of(measured());
    }
    if (value.isEmpty()) {
      String what = of(measured());
      return facts.firing()
          ? what + " is in alarm"
          : what + (facts.wasFiring() ? " is normal again" : " is normal");
    }
    String on = subject.name().isEmpty() ? "" : " on " + subject.name();
    String reading = print(value.get());
    if (facts.ok()) {
      return measured() + (facts.wasFiring() ? " is back to " : " is ") + reading + on;
    }
    return measured() + " is " + reading + (fills() ? " full" : "") + on;
  }

  private String of(String what) {
    boolean itself = what.equals(facts.name()) && facts.contributor().isEmpty();
    return subject.name().isEmpty() || itself ? what : what + " of " + subject.name();
  }

  /** What is measured, as people call it. */
  private String measured() {
    if (facts.metric().isEmpty()) {
      return facts.expression().map(AlarmSentence::capital).orElse(facts.name());
    }
    AlarmFacts.Metric metric = facts.metric().get();
    return switch (metric.name()) {
      case "CPUUtilization", "cpu_usage_active" -> "CPU";
      case "mem_used_percent" -> "Memory";
      case "disk_used_percent" -> subject.series().isEmpty() ? "Disk" : "Disk " + subject.series();
      case "swap_used_percent" -> "Swap";
      case "Latency" -> metric.namespace().endsWith("/Uptime") ? "Latency" : named(metric);
      default -> named(metric);
    };
  }

  private String named(AlarmFacts.Metric metric) {
    if (marker.isPresent()) {
      return capital(marker.get().alarm().replace(':', ' '));
    }
    boolean obvious =
        metric.statistic().isEmpty()
            || metric.statistic().equals("average")
            || metric.statistic().equals("maximum");
    return metric.name() + (obvious ? "" : " (" + metric.statistic() + ")");
  }

  private boolean fills() {
    return facts
        .metric()
        .map(
            metric ->
                metric.name().equals("disk_used_percent")
                    || metric.name().equals("mem_used_percent"))
        .orElse(false);
  }

  private String print(BigDecimal number) {
    return Quantity.print(number, facts.metric().map(AlarmFacts.Metric::unitWord).orElse(""));
  }

  static String capital(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
  }
}
