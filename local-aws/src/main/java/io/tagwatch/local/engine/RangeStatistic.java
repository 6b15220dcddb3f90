package io.tagwatch.local.engine;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statistic of the observations between two boundaries: trimmed mean (TM, IQM), winsorized mean
 * (WM), trimmed count (TC), trimmed sum (TS) and percentile rank (PR).
 *
 * <p>Boundaries are percentages of the observations, in which case an observation on a boundary
 * counts by the part of it that lies inside; or values, in which case the lower one is excluded and
 * the upper one included.
 *
 * @param form which of them
 * @param range the boundaries
 * @param text as the caller spelt it
 */
public record RangeStatistic(Form form, Range range, String text) implements Statistic {

  /** What is computed of the observations in range. */
  public enum Form {
    TM,
    WM,
    TC,
    TS,
    PR
  }

  private static final String NUMBER = "\\d+(?:\\.\\d{1,10})?";
  private static final Pattern SHORT = Pattern.compile("(tm|wm|tc|ts)(" + NUMBER + ")");
  private static final Pattern LONG =
      Pattern.compile("(TM|WM|TC|TS|PR)\\((" + NUMBER + "%?)?:(" + NUMBER + "%?)?\\)");

  static Optional<Statistic> named(String text) {
    if (text.equals("IQM")) {
      return Optional.of(new RangeStatistic(Form.TM, Range.ofPercents(25, 75), text));
    }
    Matcher brief = SHORT.matcher(text);
    if (brief.matches()) {
      double percent = Double.parseDouble(brief.group(2));
      Form form = Form.valueOf(brief.group(1).toUpperCase(java.util.Locale.ROOT));
      return percent > 100
          ? Optional.empty()
          : Optional.of(new RangeStatistic(form, Range.ofPercents(0, percent), text));
    }
    Matcher full = LONG.matcher(text);
    if (!full.matches()) {
      return Optional.empty();
    }
    Form form = Form.valueOf(full.group(1));
    return Range.parse(full.group(2), full.group(3))
        .filter(range -> form != Form.PR || !range.inPercent())
        .map(range -> new RangeStatistic(form, range, text));
  }

  @Override
  public OptionalDouble of(Readings readings) {
    if (!(readings instanceof Values values) || values.min() < 0 || values.count() <= 0) {
      return OptionalDouble.empty();
    }
    Range.Inside inside = range.of(values);
    return switch (form) {
      case TC -> OptionalDouble.of(inside.count());
      case TS -> OptionalDouble.of(inside.sum());
      case PR -> OptionalDouble.of(100 * inside.count() / values.count());
      case TM ->
          inside.count() > 0
              ? OptionalDouble.of(inside.sum() / inside.count())
              : OptionalDouble.empty();
      case WM -> OptionalDouble.of(inside.winsorizedSum() / values.count());
    };
  }
}
