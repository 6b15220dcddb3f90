package io.tagwatch.notify.channel.text;

import io.tagwatch.notify.notification.Notification;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The lines of a digest, one for each alarm: all are shortened before any is left out. */
public final class DigestLines {

  /** How one alarm is told among others, escaped. */
  @FunctionalInterface
  public interface Line {
    String of(Notification part);
  }

  private DigestLines() {}

  /**
   * The lines in the first of the forms that fits; in the last one when none does.
   *
   * @param forms from the richest to the shortest
   */
  public static List<String> fitting(
      Notification digest, Predicate<List<String>> fits, Line... forms) {
    List<String> lines = List.of();
    for (Line form : forms) {
      lines = digest.parts().stream().map(form::of).toList();
      if (fits.test(lines)) {
        return lines;
      }
    }
    return lines;
  }

  /** Characters of all lines, each with {@code mark} between it and the next. */
  public static int length(List<String> lines, String mark) {
    int length = 0;
    for (String line : lines) {
      length += line.length() + mark.length();
    }
    return length;
  }

  /** The lines as texts of at most {@code limit} characters, as few as possible. */
  public static List<String> texts(List<String> lines, int limit) {
    List<String> texts = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (String line : lines) {
      if (!text.isEmpty() && text.length() + 1 + line.length() > limit) {
        texts.add(text.toString());
        text.setLength(0);
      }
      text.append(text.isEmpty() ? "" : "\n").append(line);
    }
    if (!text.isEmpty()) {
      texts.add(text.toString());
    }
    return texts;
  }
}
