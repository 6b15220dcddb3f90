package io.tagwatch.alarms.tag;

import io.tagwatch.alarms.rule.Numbers;
import io.tagwatch.alarms.rule.Operator;
import io.tagwatch.alarms.rule.Period;
import io.tagwatch.alarms.rule.Settings;
import io.tagwatch.alarms.rule.Window;
import io.tagwatch.common.alarm.Severity;
import io.tagwatch.common.check.Datapoints;
import java.util.List;
import java.util.Optional;

/**
 * Reads the value of an alarm's tag: {@code off}, or {@code [warning/]critical} followed by M of N,
 * period, statistic and missing data in any order.
 */
final class WishParser {
  private static final String VALUE =
      "off, or a threshold such as 90 or 80/95, then M of N (3of5), a period (5m), a statistic"
          + " (max) and missing=breaching as needed";

  private final Settings base;
  private final boolean detailedMonitoring;
  private final Modifiers modifiers = new Modifiers();
  private Fault fault;

  private WishParser(Settings base, boolean detailedMonitoring) {
    this.base = base;
    this.detailedMonitoring = detailedMonitoring;
  }

  /**
   * Reads a value.
   *
   * @param base what applies to words that are not given
   */
  static Reading<Wish> parse(String value, Settings base, boolean detailedMonitoring) {
    Optional<Fault> strange = Word.strangeSpace(value);
    if (strange.isPresent()) {
      return new Reading.Faulty<>(strange.get());
    }
    List<Word> words = Word.split(value);
    if (words.isEmpty()) {
      return Reading.fault(1, "the value is empty", VALUE);
    }
    return new WishParser(base, detailedMonitoring).read(words);
  }

  private Reading<Wish> read(List<Word> words) {
    Word first = words.getFirst();
    if (first.lower().equals("off")) {
      return words.size() == 1
          ? Reading.of(Wish.OFF)
          : Reading.fault(words.get(1).column(), "nothing may follow off", "off alone");
    }
    Thresholds thresholds = thresholds(first);
    for (Word word : words.subList(1, words.size())) {
      if (fault == null) {
        fault = modifiers.add(word).orElse(null);
      }
    }
    if (fault != null) {
      return new Reading.Faulty<>(fault);
    }
    Wish wish = modifiers.wish(thresholds.warning(), thresholds.critical());
    return tooLong(wish).<Reading<Wish>>map(Reading.Faulty::new).orElse(Reading.of(wish));
  }

  private record Thresholds(Optional<Double> warning, Optional<Double> critical) {}

  private Thresholds thresholds(Word word) {
    int slash = word.text().indexOf('/');
    if (slash < 0) {
      return new Thresholds(Optional.empty(), number(word));
    }
    Word milder = word.until(slash);
    Word worse = word.from(slash + 1);
    Optional<Double> warning = number(milder);
    Optional<Double> critical = warning.flatMap(ok -> number(worse));
    if (critical.isPresent()) {
      compare(milder, worse, warning.orElseThrow(), critical.get());
    }
    return new Thresholds(warning, critical);
  }

  private Optional<Double> number(Word word) {
    Optional<Double> number = Numbers.parse(word.text());
    if (number.isEmpty()) {
      fault = NumberFault.of(word);
    } else if (!base.like(Severity.CRITICAL).operator().takes(number.get())) {
      fault =
          new Fault(
              word.column(),
              word.quoted() + " is no width of an anomaly band",
              "the width in standard deviations, more than 0, such as 2");
      return Optional.empty();
    }
    return number;
  }

  private void compare(Word milder, Word worse, double warning, double critical) {
    Operator operator = base.like(Severity.CRITICAL).operator();
    if (!operator.isLessSevere(warning, critical)) {
      fault =
          new Fault(
              milder.column(),
              "the warning "
                  + milder.text()
                  + " is not less severe than the critical "
                  + worse.text(),
              "warning/critical, the warning "
                  + (operator.rising() ? "below" : "above")
                  + " the critical one: this alarm fires "
                  + operator.words()
                  + " its threshold");
    }
  }

  private Optional<Fault> tooLong(Wish wish) {
    Datapoints datapoints = wish.datapoints().orElse(base.datapoints());
    Period period = wish.period().orElse(base.period());
    int seconds = period.secondsFor(detailedMonitoring);
    if (Window.fits(datapoints.of(), seconds)) {
      return Optional.empty();
    }
    return Optional.of(
        new Fault(
            modifiers.windowColumn(),
            Window.complaint(datapoints.of(), seconds),
            "fewer or shorter periods"));
  }

  static String form() {
    return VALUE;
  }
}
