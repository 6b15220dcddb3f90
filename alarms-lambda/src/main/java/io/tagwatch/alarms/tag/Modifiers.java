package io.tagwatch.alarms.tag;

import io.tagwatch.alarms.rule.MissingMode;
import io.tagwatch.alarms.rule.Period;
import io.tagwatch.alarms.rule.Statistic;
import io.tagwatch.common.check.Datapoints;
import io.tagwatch.common.config.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words after the threshold, as far as they have been read. Each at most once. */
final class Modifiers {
  private static final Pattern DATAPOINTS = Pattern.compile("(\\d+)of(\\d+)");
  private static final Pattern LIKE_PERIOD = Pattern.compile("\\d+(ms|s|sec|m|min|h|d)?");
  private static final Pattern LIKE_PERCENTILE = Pattern.compile("p[\\d.]+");
  private static final String MISSING = "missing=";
  private static final String ANY =
      "M of N (3of5), a period (5m), a statistic (max) or missing=breaching";

  private Optional<Datapoints> datapoints = Optional.empty();
  private Optional<Period> period = Optional.empty();
  private Optional<Statistic> statistic = Optional.empty();
  private Optional<MissingMode> missing = Optional.empty();
  private int windowColumn = 1;

  /** Takes a word; the fault if it is none of the four kinds, or a second one of its kind. */
  Optional<Fault> add(Word word) {
    String lower = word.lower();
    Matcher mOfN = DATAPOINTS.matcher(lower);
    if (mOfN.matches()) {
      return datapoints(word, mOfN);
    }
    if (lower.startsWith(MISSING)) {
      return missing(word);
    }
    Optional<Period> asPeriod = Period.parse(lower);
    if (asPeriod.isPresent() || LIKE_PERIOD.matcher(lower).matches()) {
      return period(word, asPeriod);
    }
    Optional<Statistic> asStatistic = Statistic.parse(lower);
    if (asStatistic.isPresent() || LIKE_PERCENTILE.matcher(lower).matches()) {
      return statistic(word, asStatistic);
    }
    return Optional.of(unknown(word));
  }

  Wish wish(Optional<Double> warning, Optional<Double> critical) {
    return new Wish(false, warning, critical, datapoints, period, statistic, missing);
  }

  /** Where the last word about the window stands: M of N or period. */
  int windowColumn() {
    return windowColumn;
  }

  private Optional<Fault> datapoints(Word word, Matcher mOfN) {
    if (datapoints.isPresent()) {
      return second(word, "M of N");
    }
    datapoints = Datapoints.parse(mOfN.group(1) + " of " + mOfN.group(2));
    windowColumn = word.column();
    return datapoints.isPresent()
        ? Optional.empty()
        : Optional.of(
            new Fault(
                word.column(),
                word.quoted() + " is not M of N",
                "M of N such as 3of5, M at least 1 and not above N"));
  }

  private Optional<Fault> missing(Word word) {
    if (missing.isPresent()) {
      return second(word, "word about missing data");
    }
    Word value = word.from(MISSING.length());
    missing = MissingMode.parse(value.text());
    return missing.isPresent()
        ? Optional.empty()
        : Optional.of(
            new Fault(
                value.column(),
                value.quoted() + " is no treatment of missing data",
                "missing= followed by " + MissingMode.FORM));
  }

  private Optional<Fault> period(Word word, Optional<Period> parsed) {
    if (period.isPresent()) {
      return second(word, "period");
    }
    period = parsed;
    windowColumn = word.column();
    return parsed.isPresent()
        ? Optional.empty()
        : Optional.of(new Fault(word.column(), word.quoted() + " is not a period", Period.FORM));
  }

  private Optional<Fault> statistic(Word word, Optional<Statistic> parsed) {
    if (statistic.isPresent()) {
      return second(word, "statistic");
    }
    statistic = parsed;
    return parsed.isPresent()
        ? Optional.empty()
        : Optional.of(
            new Fault(word.column(), word.quoted() + " is not a statistic", Statistic.FORM));
  }

  private static Optional<Fault> second(Word word, String kind) {
    return Optional.of(
        new Fault(word.column(), word.quoted() + " is a second " + kind, "each at most once"));
  }

  private static Fault unknown(Word word) {
    if (word.lower().equals("of")) {
      return new Fault(word.column(), "M of N must be one word", "3of5 without blanks");
    }
    if (word.text().startsWith("/")) {
      return new Fault(
          word.column(), "there is a blank beside the slash", "warning/critical such as 80/95");
    }
    List<String> words = new ArrayList<>(Statistic.words());
    words.add("auto");
    for (MissingMode mode : MissingMode.values()) {
      words.add(MISSING + mode.aws());
    }
    return new Fault(
        word.column(),
        word.quoted() + " is not understood" + Suggestion.didYouMean(word.lower(), words),
        ANY);
  }
}
