package io.tagwatch.cli.words;

import io.tagwatch.alarms.alarm.Alarm;
import io.tagwatch.alarms.alarm.Watched;
import io.tagwatch.alarms.rule.Numbers;
import io.tagwatch.alarms.rule.Operator;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/** Short words for tables. */
public final class Words {
  private static final int MINUTE = 60;
  private static final int HOUR = 3_600;
  private static final int DAY = 86_400;

  private Words() {}

  /** {@code 3 of 5 × 5 m}. */
  public static String window(int toAlarm, int of, int periodSeconds) {
    return toAlarm + " of " + of + " × " + period(periodSeconds);
  }

  /** {@code 10 s}, {@code 5 m}, {@code 1 h}, {@code 1 d}. */
  public static String period(int seconds) {
    if (seconds % DAY == 0) {
      return seconds / DAY + " d";
    }
    if (seconds % HOUR == 0) {
      return seconds / HOUR + " h";
    }
    return seconds % MINUTE == 0 ? seconds / MINUTE + " m" : seconds + " s";
  }

  /** {@code 45 s}, {@code 10 min}, {@code 2 h 10 min}, {@code 3 d 4 h}. */
  public static String length(Duration duration) {
    if (duration.toMinutes() < 1) {
      return duration.toSeconds() + " s";
    }
    long days = duration.toDays();
    if (days > 0) {
      return days + " d" + (duration.toHoursPart() == 0 ? "" : " " + duration.toHoursPart() + " h");
    }
    long hours = duration.toHours();
    String minutes = duration.toMinutesPart() + " min";
    return hours == 0
        ? minutes
        : hours + " h" + (duration.toMinutesPart() == 0 ? "" : " " + minutes);
  }

  /** {@code > 90}, or {@code outside 2} for a band. */
  public static String level(String comparison, String threshold) {
    String symbol =
        Arrays.stream(Operator.values())
            .filter(operator -> operator.aws().equals(comparison))
            .findFirst()
            .map(Operator::symbol)
            .orElse(comparison);
    return (symbol.equals(">=") ? "≥" : symbol.equals("<=") ? "≤" : symbol)
        + (threshold.isEmpty() ? "" : " " + threshold);
  }

  /** {@code > 90 for 3 of 3 × 5 m, Average of AWS/EC2 CPUUtilization}. */
  public static String condition(Alarm alarm) {
    if (alarm.watched() instanceof Watched.Combination combination) {
      return combination.rule();
    }
    String threshold =
        alarm.threshold().isPresent() ? Numbers.print(alarm.threshold().getAsDouble()) : "";
    int period = alarm.watched().metrics().stream().mapToInt(m -> m.period()).max().orElse(0);
    return level(alarm.comparison(), threshold)
        + " for "
        + window(alarm.datapointsToAlarm(), alarm.evaluationPeriods(), period)
        + ", "
        + signal(alarm.watched());
  }

  /** {@code 1 server}, {@code 12 servers}, {@code 1,000 servers}. */
  public static String count(long count, String one) {
    return String.format(Locale.ROOT, "%,d %s%s", count, one, count == 1 ? "" : "s");
  }

  private static String signal(Watched watched) {
    return switch (watched) {
      case Watched.OneMetric metric -> metric.statistic() + " of " + metric.metric();
      case Watched.Combination combination -> combination.rule();
      case Watched.Queries queries ->
          queries.queries().stream()
              .flatMap(query -> query.expression().stream())
              .findFirst()
              .orElse("metric math");
    };
  }
}
