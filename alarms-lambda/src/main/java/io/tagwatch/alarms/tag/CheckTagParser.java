package io.tagwatch.alarms.tag;

import io.tagwatch.common.config.Durations;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The value of {@code tagwatch:check}: {@code https://:8443/health}, then a timeout and the
 * expected status in any order, each at most once. The host stays empty: it is the server's own.
 */
final class CheckTagParser {
  static final String FORM =
      "https://:8443/health, tcp://:5432, http:///; then, if wanted, 3s and status=200..204";

  private static final Pattern URL =
      Pattern.compile("(?<scheme>[A-Za-z]+)://(?<host>[^:/]*)(?<port>:[^/]*)?(?<path>/.*)?");

  /** What is left of a path in a tag of AWS's safe characters that needs no escape in a URL. */
  private static final Pattern PATH = Pattern.compile("/[A-Za-z0-9+\\-=._:/@]*");

  private static final Pattern STATUS = Pattern.compile("[1-5]\\d\\d(\\.\\.[1-5]\\d\\d)?");
  private static final List<String> WEB = List.of("http", "https");
  private static final List<String> BARE = List.of("tcp", "tls");
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final int MOST_PORTS = 65_535;

  private final String label;
  private Optional<Duration> timeout = Optional.empty();
  private Optional<String> status = Optional.empty();

  private CheckTagParser(String label) {
    this.label = label;
  }

  static Reading<CheckTag> parse(String label, String value) {
    Optional<Fault> strange = Word.strangeSpace(value);
    if (strange.isPresent()) {
      return new Reading.Faulty<>(strange.get());
    }
    List<Word> words = Word.split(value);
    return words.isEmpty()
        ? Reading.fault(1, "the value is empty", FORM)
        : new CheckTagParser(label).parse(words);
  }

  private Reading<CheckTag> parse(List<Word> words) {
    Word url = words.getFirst();
    Matcher parts = URL.matcher(url.text());
    if (!parts.matches()) {
      return fault(url, url.quoted() + " is not a URL");
    }
    String scheme = parts.group("scheme").toLowerCase(Locale.ROOT);
    Optional<Reading<CheckTag>> wrong = faultOf(url, parts, scheme);
    if (wrong.isPresent()) {
      return wrong.get();
    }
    for (Word word : words.subList(1, words.size())) {
      Optional<Reading<CheckTag>> fault = option(word, scheme);
      if (fault.isPresent()) {
        return fault.get();
      }
    }
    String rest = text(parts, "port") + text(parts, "path");
    return Reading.of(new CheckTag(label, scheme, rest, timeout, status));
  }

  private static Optional<Reading<CheckTag>> faultOf(Word url, Matcher parts, String scheme) {
    String port = text(parts, "port");
    String path = text(parts, "path");
    boolean web = WEB.contains(scheme);
    if (!web && !BARE.contains(scheme)) {
      return Optional.of(fault(url, url.quoted() + " is neither http, https, tcp nor tls"));
    }
    if (!parts.group("host").isEmpty()) {
      return Optional.of(
          fault(url.from(parts.start("host")), "the host is the server's own; leave it out"));
    }
    if (!port.isEmpty() && !isPort(port.substring(1))) {
      return Optional.of(
          fault(url.from(parts.start("port") + 1), '"' + port.substring(1) + "\" is no port"));
    }
    if (!web && port.isEmpty()) {
      return Optional.of(fault(url, "a " + scheme + " check needs a port"));
    }
    if (!web && !path.isEmpty()) {
      return Optional.of(
          fault(url.from(parts.start("path")), "a " + scheme + " check has no path"));
    }
    return path.isEmpty() || PATH.matcher(path).matches()
        ? Optional.empty()
        : Optional.of(
            fault(url.from(parts.start("path")), "the path has characters that tags may not have"));
  }

  private Optional<Reading<CheckTag>> option(Word word, String scheme) {
    if (word.lower().startsWith("status=")) {
      return status(word, word.lower().substring("status=".length()), scheme);
    }
    Optional<Duration> given = Durations.parse(word.lower());
    if (given.isEmpty()) {
      return Optional.of(
          fault(word, word.quoted() + " is neither a timeout nor an expected status"));
    }
    if (given.get().isZero() || given.get().compareTo(LONGEST) > 0) {
      return Optional.of(fault(word, word.quoted() + " must be a timeout up to 30s"));
    }
    if (timeout.isPresent()) {
      return Optional.of(fault(word, word.quoted() + " is a second timeout"));
    }
    timeout = given;
    return Optional.empty();
  }

  private Optional<Reading<CheckTag>> status(Word word, String text, String scheme) {
    if (!WEB.contains(scheme)) {
      return Optional.of(fault(word, "a " + scheme + " check has no status"));
    }
    if (!STATUS.matcher(text).matches() || isBackwards(text)) {
      return Optional.of(
          fault(word.from("status=".length()), '"' + text + "\" is no status or range of them"));
    }
    if (status.isPresent()) {
      return Optional.of(fault(word, word.quoted() + " is a second expected status"));
    }
    status = Optional.of(text);
    return Optional.empty();
  }

  private static boolean isBackwards(String range) {
    String[] ends = range.split("\\.\\.");
    return ends.length == 2 && ends[0].compareTo(ends[1]) > 0;
  }

  private static boolean isPort(String text) {
    return text.matches("\\d{1,5}")
        && Integer.parseInt(text) >= 1
        && Integer.parseInt(text) <= MOST_PORTS;
  }

  private static String text(Matcher parts, String group) {
    return parts.group(group) == null ? "" : parts.group(group);
  }

  private static Reading<CheckTag> fault(Word word, String problem) {
    return Reading.fault(word.column(), problem, FORM);
  }
}
