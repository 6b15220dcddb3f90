package io.tagwatch.notify.message;

import io.tagwatch.common.alarm.AlarmMarker;
import io.tagwatch.notify.notification.Draft;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is wrong, or right again, in one human sentence. */
final class AlarmSentence {
  /** Longer names are those that programs make; they stand below the message. */
  private static final int LONGEST_NAME = 60;

  private final AlarmFacts facts;
  private final Subject subject;
  private final Optional<AlarmMarker> marker;
  private final Optional<BigDecimal> value;
  private final Measured measured;

  AlarmSentence(AlarmFacts facts, Subject subject, Optional<AlarmMarker> marker) {
    this.facts = facts;
    this.subject = subject;
    this.marker = marker;
    this.measured = new Measured(facts, subject, marker);
    this.value = StateReason.parse(facts.reason()).newest();
  }

  String title() {
    if (facts.rule().isPresent() || !facts.children().isEmpty()) {
      return composite();
    }
    String title = ofMetric();
    return saysItsName(title) ? facts.name() + ": " + title : title;
  }

  /** What others called their alarm is what they know it by, unless it is no name for people. */
  private boolean saysItsName(String title) {
    String name = facts.name();
    boolean readable = name.length() <= LONGEST_NAME || subject.name().isEmpty();
    return marker.isEmpty() && !name.isEmpty() && readable && !title.contains(name);
  }

  private String ofMetric() {
    if (!facts.firing() && !facts.ok()) {
      return undecided(of(measured.name()));
    }
    return switch (theme()) {
      case "Up" -> up();
      case "CertificateDaysLeft" -> certificate();
      case "StatusCheckFailed" -> statusCheck();
      default -> level();
    };
  }

  /** Whether probes of a check failed, rather than being absent. */
  boolean isOutage() {
    return facts.firing() && facts.isAvailability() && !facts.silent();
  }

  private String theme() {
    String metric = facts.metric().isPresent() ? facts.metric().get().name() : "";
    boolean uptime = facts.metric().isPresent() && facts.metric().get().isUptime();
    if (uptime && (metric.equals("Up") || metric.equals("CertificateDaysLeft"))) {
      return metric;
    }
    return metric.startsWith("StatusCheckFailed") ? "StatusCheckFailed" : "";
  }

  private String undecided(String what) {
    return facts.withoutData()
        ? "No data on " + what
        : what
            + " is in a state that is not known"
            + (facts.state().isEmpty() ? "" : ": " + facts.state());
  }

  private String composite() {
    String name = marker.isPresent() ? marker.get().alarm() : facts.name();
    if (!facts.firing()) {
      return facts.ok() ? name + " is over" : undecided(name);
    }
    List<String> firing = new ArrayList<>();
    for (AlarmFacts.Child child : facts.children()) {
      if (child.state().equals("ALARM")) {
        firing.add(child.name());
      }
    }
    if (firing.isEmpty()) {
      return name + " is in alarm";
    }
    int more = firing.size() - 1;
    return name
        + ": "
        + firing.getFirst()
        + (more == 0 ? " is in alarm" : " and " + more + " more are in alarm");
  }

  /** {@code api is down · https://api.example.com/health · 3 of 3 minutes}. */
  private String up() {
    String verdict =
        facts.ok()
            ? facts.wasFiring() ? " is up again" : " is up"
            : facts.silent() ? " is not being checked: no measurements" : " is down";
    StringBuilder title = new StringBuilder(subject.name()).append(verdict);
    String target = target();
    if (!target.isEmpty()) {
      title.append(Draft.BETWEEN).append(target);
    }
    Optional<String> window = facts.firing() ? Criterion.window(facts) : Optional.empty();
    if (window.isPresent()) {
      title.append(Draft.BETWEEN).append(window.get());
    }
    return title.toString();
  }

  /** The address that the sentence of a check's alarm names; may be empty. */
  private String target() {
    for (String word : AlarmMarker.sentence(facts.description()).split("[\\s()]+")) {
      int scheme = word.indexOf("://");
      if (scheme > 0 && scheme + 3 < word.length()) {
        boolean mark = ".,;:".indexOf(word.charAt(word.length() - 1)) >= 0;
        return mark ? word.substring(0, word.length() - 1) : word;
      }
    }
    return "";
  }

  private String certificate() {
    if (facts.silent() || value.isEmpty()) {
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
    if (facts.silent()) {
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
    if (facts.silent()) {
      return facts.ok() ? of(measured.name()) + " is quiet" : "No data on " + of(measured.name());
    }
    if (value.isEmpty()) {
      String what = of(measured.name());
      return facts.firing()
          ? what + " is in alarm"
          : what + (facts.wasFiring() ? " is normal again" : " is normal");
    }
    String on = subject.name().isEmpty() ? "" : " on " + subject.name();
    String reading = print(value.get());
    if (facts.ok()) {
      return measured.name() + (facts.wasFiring() ? " is back to " : " is ") + reading + on;
    }
    return measured.name() + " is " + reading + (measured.fills() ? " full" : "") + on;
  }

  private String of(String what) {
    boolean itself = what.equals(facts.name()) && facts.contributor().isEmpty();
    return subject.name().isEmpty() || itself ? what : what + " of " + subject.name();
  }

  private String print(BigDecimal number) {
    return Quantity.print(number, facts.metric().map(AlarmFacts.Metric::unitWord).orElse(""));
  }

  static String capital(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
