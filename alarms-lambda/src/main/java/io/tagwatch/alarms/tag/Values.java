package io.tagwatch.alarms.tag;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;

/** The values of the tags that are not about one alarm. */
final class Values {
  private static final String ON_OR_OFF = "on or off";
  private static final String OWNER = "a name, an address or a handle";
  private static final String RUNBOOK = "a URL that starts with https://";

  private Values() {}

  /** True for on. */
  static Reading<Boolean> onOrOff(String value) {
    return word(value, ON_OR_OFF, Values::onOrOff);
  }

  private static Reading<Boolean> onOrOff(Word word) {
    return switch (word.lower()) {
      case "on" -> Reading.of(true);
      case "off" -> Reading.of(false);
      default -> Reading.fault(word.column(), word.quoted() + " is neither on nor off", ON_OR_OFF);
    };
  }

  /** Any text, without its outer spaces; inner spaces are its own. */
  static Reading<String> owner(String value) {
    Optional<Fault> strange = Word.strangeSpace(value);
    if (strange.isPresent()) {
      return new Reading.Faulty<>(strange.get());
    }
    String owner = value.strip();
    return owner.isEmpty() ? Reading.fault(1, "the value is empty", OWNER) : Reading.of(owner);
  }

  static Reading<String> runbook(String value) {
    return word(value, RUNBOOK, Values::runbook);
  }

  private static Reading<String> runbook(Word word) {
    try {
      URI uri = new URI(word.text());
      if ("https".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null) {
        return Reading.of(word.text());
      }
      return Reading.fault(word.column(), word.quoted() + " is not an https URL", RUNBOOK);
    } catch (URISyntaxException e) {
      int at = Math.max(0, Math.min(e.getIndex(), word.text().length()));
      return Reading.fault(
          word.from(at).column(), word.quoted() + " is not a URL: " + e.getReason(), RUNBOOK);
    }
  }

  /** How the one word of a value is read. */
  interface WordReader<T> {
    Reading<T> read(Word word);
  }

  /** A value that must be one word. */
  static <T> Reading<T> word(String value, String expected, WordReader<T> reader) {
    Optional<Fault> strange = Word.strangeSpace(value);
    if (strange.isPresent()) {
      return new Reading.Faulty<>(strange.get());
    }
    List<Word> words = Word.split(value);
    if (words.isEmpty()) {
      return Reading.fault(1, "the value is empty", expected);
    }
    if (words.size() > 1) {
      return Reading.fault(
          words.get(1).column(), words.get(1).quoted() + " is one word too many", expected);
    }
    return reader.read(words.getFirst());
  }
}
