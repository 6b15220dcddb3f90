package io.tagwatch.common.maintenance;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * One of the five fields of a cron expression.
 *
 * @param free true for a lone {@code *}, which asks for nothing
 */
record CronField(BitSet values, boolean free) {

  /** Which values a field may have. */
  enum Kind {
    MINUTE("minute", 0, 59, List.of()),
    HOUR("hour", 0, 23, List.of()),
    DAY("day of the month", 1, 31, List.of()),
    MONTH(
        "month",
        1,
        12,
        List.of(
            "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")),
    /** 0 and 7 are Sunday. */
    WEEKDAY("day of the week", 0, 7, List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"));

    private final String label;
    private final int least;
    private final int most;
    private final List<String> names;

    Kind(String label, int least, int most, List<String> names) {
      this.label = label;
      this.least = least;
      this.most = most;
      this.names = names;
    }
  }

  /** What is wrong with a field, as a sentence without its subject. */
  static final class Fault extends Exception {
    private static final long serialVersionUID = 1L;

    Fault(String message) {
      super(message);
    }
  }

  private static final int DAYS_OF_WEEK = 7;

  /** {@code *}, {@code 5}, {@code 1-5}, each of the two ranges also with a step. */
  private static final Pattern PART =
      Pattern.compile("(?:(\\*)|(\\w+)(?:-(\\w+))?)(?:/(\\d{1,2}))?");

  static CronField parse(Kind kind, String text) throws Fault {
    BitSet values = new BitSet();
    for (String part : text.split(",", -1)) {
      values.or(part(kind, part));
    }
    if (kind == Kind.WEEKDAY && values.get(DAYS_OF_WEEK)) {
      values.clear(DAYS_OF_WEEK);
      values.set(0);
    }
    return new CronField(values, text.equals("*"));
  }

  boolean has(int value) {
    return values.get(value);
  }

  IntStream stream() {
    return values.stream();
  }

  private static BitSet part(Kind kind, String part) throws Fault {
    Matcher matcher = PART.matcher(part);
    if (!matcher.matches()) {
      throw fault(kind, part, "write *, 5, 1-5, 1,3 or */15");
    }
    boolean range = matcher.group(1) != null || matcher.group(3) != null;
    if (matcher.group(4) != null && !range) {
      throw fault(kind, part, "a step needs a range before it, such as */15 or 1-5/2");
    }
    int from = matcher.group(1) != null ? kind.least : value(kind, part, matcher.group(2));
    int to = from;
    if (matcher.group(1) != null) {
      to = kind == Kind.WEEKDAY ? DAYS_OF_WEEK - 1 : kind.most;
    } else if (range) {
      to = value(kind, part, matcher.group(3));
    }
    int step = matcher.group(4) == null ? 1 : Integer.parseInt(matcher.group(4));
    if (from > to || step < 1) {
      throw fault(
          kind, part, step < 1 ? "a step is at least 1" : "a range rises; write two of them");
    }
    BitSet values = new BitSet();
    for (int value = from; value <= to; value += step) {
      values.set(value);
    }
    return values;
  }

  private static int value(Kind kind, String part, String word) throws Fault {
    int named = kind.names.indexOf(word.toUpperCase(Locale.ROOT));
    if (named >= 0) {
      return named + (kind == Kind.MONTH ? 1 : 0);
    }
    if (word.length() <= 2 && word.chars().allMatch(c -> c >= '0' && c <= '9')) {
      int value = Integer.parseInt(word);
      if (value >= kind.least && value <= kind.most) {
        return value;
      }
    }
    String names =
        kind.names.isEmpty() ? "" : " or " + kind.names.getFirst() + " to " + kind.names.getLast();
    throw fault(kind, part, "write " + kind.least + " to " + kind.most + names);
  }

  private static Fault fault(Kind kind, String part, String remedy) {
    return new Fault("\"" + part + "\" is no " + kind.label + "; " + remedy);
  }
}
