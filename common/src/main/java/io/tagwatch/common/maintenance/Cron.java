package io.tagwatch.common.maintenance;

import io.tagwatch.common.maintenance.CronField.Fault;
import io.tagwatch.common.maintenance.CronField.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * Times of day on some days, as cron writes them: minute, hour, day of the month, month, day of the
 * week. Where both kinds of day are given, one of them is enough, as in every cron.
 *
 * <p>A time that a change to summer time leaves out is taken at the change; one that comes twice is
 * taken the first time.
 */
record Cron(String text, List<CronField> fields) {
  /** What to write, for error sentences. */
  static final String FORM =
      "write minute, hour, day of the month, month and day of the week, such as \"0 2 * * SUN\"";

  private static final int WEEK = 7;

  /**
   * Reads an expression.
   *
   * @throws Fault with one sentence
   */
  static Cron parse(String text) throws Fault {
    String[] words = text.strip().split("\\s+");
    Kind[] kinds = Kind.values();
    if (words.length != kinds.length) {
      throw new Fault("\"" + text + "\" has " + words.length + " of five fields; " + FORM);
    }
    List<CronField> fields = new ArrayList<>();
    for (Kind kind : kinds) {
      fields.add(CronField.parse(kind, words[kind.ordinal()]));
    }
    Cron cron = new Cron(text.strip(), List.copyOf(fields));
    if (!cron.happens()) {
      throw new Fault("\"" + text + "\" is on no day of the calendar");
    }
    return cron;
  }

  /** The times after {@code from}, up to and with {@code to}. */
  List<Instant> between(Instant from, Instant to, ZoneId zone) {
    List<Instant> times = new ArrayList<>();
    LocalDate last = to.atZone(zone).toLocalDate();
    for (LocalDate day = from.atZone(zone).toLocalDate().minusDays(1);
        !day.isAfter(last);
        day = day.plusDays(1)) {
      if (isOn(day)) {
        timesOf(day, zone)
            .filter(time -> time.isAfter(from) && !time.isAfter(to))
            .forEach(times::add);
      }
    }
    return times;
  }

  private java.util.stream.Stream<Instant> timesOf(LocalDate day, ZoneId zone) {
    return of(Kind.HOUR).stream()
        .boxed()
        .flatMap(
            hour ->
                of(Kind.MINUTE).stream()
                    .mapToObj(minute -> day.atTime(hour, minute).atZone(zone).toInstant()));
  }

  private boolean isOn(LocalDate day) {
    if (!of(Kind.MONTH).has(day.getMonthValue())) {
      return false;
    }
    boolean ofMonth = of(Kind.DAY).has(day.getDayOfMonth());
    boolean ofWeek = of(Kind.WEEKDAY).has(day.getDayOfWeek().getValue() % WEEK);
    return of(Kind.DAY).free() || of(Kind.WEEKDAY).free() ? ofMonth && ofWeek : ofMonth || ofWeek;
  }

  /** False for the thirtieth of February. */
  private boolean happens() {
    return !of(Kind.WEEKDAY).free()
        || of(Kind.MONTH).stream()
            .anyMatch(month -> of(Kind.DAY).values().nextSetBit(1) <= Month.of(month).maxLength());
  }

  private CronField of(Kind kind) {
    return fields.get(kind.ordinal());
  }
}
