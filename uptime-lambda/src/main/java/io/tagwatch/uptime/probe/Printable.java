package io.tagwatch.uptime.probe;

/**
 * What endpoints say, as a terminal or a chat may be shown it: a control character, which could
 * move a cursor or hide a line, is a blank. Pure.
 */
final class Printable {
  private Printable() {}

  /** A result whose sentences and steps are one line each. */
  static ProbeResult of(ProbeResult result) {
    return result.up() && result.trace().isEmpty()
        ? result
        : new ProbeResult(
            result.check(),
            result.failure().map(f -> new Failure(f.reason(), f.phase(), of(f.detail()))),
            result.phases(),
            result.latency(),
            result.status(),
            result.certificateDaysLeft(),
            result.address(),
            result.trace().stream().map(Printable::of).toList());
  }

  private static String of(String text) {
    if (text.chars().noneMatch(Character::isISOControl)) {
      return text;
    }
    StringBuilder line = new StringBuilder(text.length());
    text.codePoints()
        .forEach(point -> line.appendCodePoint(Character.isISOControl(point) ? ' ' : point));
    return line.toString();
  }
}
