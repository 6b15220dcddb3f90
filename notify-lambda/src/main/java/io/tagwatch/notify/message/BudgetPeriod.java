package io.tagwatch.notify.message;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.util.Locale;
import java.util.Optional;

/**
 * The period of a budget that a letter is about: {@code 2026-11} for a month, {@code 2026-11-21},
 * {@code 2026-Q4}, {@code 2026}. The letter tells its date in its first line and the unit as {@code
 * for the current month}; where it does not, the time of sending and a month stand for them.
 */
final class BudgetPeriod {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.ENGLISH);

  private BudgetPeriod() {}

  /** Empty only when there is neither a date in the letter nor a time of sending. */
  static String of(Incoming message) {
    Optional<LocalDate> day =
        dated(message.text())
            .or(() -> message.sentAt().map(at -> LocalDate.ofInstant(at, ZoneOffset.UTC)));
    return day.map(date -> period(date, message.text())).orElse("");
  }

  private static Optional<LocalDate> dated(String letter) {
    String words = "AWS Budget Notification ";
    return letter
        .lines()
        .filter(line -> line.startsWith(words))
        .findFirst()
        .flatMap(line -> date(line.substring(words.length()).strip()));
  }

  /** {@code May 04, 2020}. */
  private static Optional<LocalDate> date(String text) {
    try {
      return Optional.of(LocalDate.parse(text.replace(" 0", " "), DATE));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static String period(LocalDate day, String letter) {
    String text = letter.replaceAll("\\s+", " ");
    if (text.contains("for the current day")) {
      return day.toString();
    }
    if (text.contains("for the current quarter")) {
      return day.getYear() + "-Q" + day.get(IsoFields.QUARTER_OF_YEAR);
    }
    return text.contains("for the current year")
        ? String.valueOf(day.getYear())
        : day.toString().substring(0, "2026-11".length());
  }
}
