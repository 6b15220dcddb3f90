package io.tagwatch.alarms.tag;

import io.tagwatch.common.config.Suggestion;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The value of {@code tagwatch:profiles}: names separated by spaces.
 *
 * @param known the profiles that exist, each once
 * @param faults one for each word that names none
 */
record ProfileWords(List<String> known, List<Fault> faults) {

  static ProfileWords read(String value, Set<String> profiles) {
    String expected = "names of profiles separated by spaces: " + String.join(", ", profiles);
    Optional<Fault> strange = Word.strangeSpace(value);
    if (strange.isPresent()) {
      return new ProfileWords(List.of(), List.of(strange.get()));
    }
    List<Word> words = Word.split(value);
    if (words.isEmpty()) {
      return new ProfileWords(List.of(), List.of(new Fault(1, "the value is empty", expected)));
    }
    Set<String> known = new LinkedHashSet<>();
    List<Fault> faults = new ArrayList<>();
    for (Word word : words) {
      profiles.stream()
          .filter(word.text()::equalsIgnoreCase)
          .findFirst()
          .ifPresentOrElse(known::add, () -> faults.add(unknown(word, profiles, expected)));
    }
    return new ProfileWords(List.copyOf(known), faults);
  }

  private static Fault unknown(Word word, Set<String> profiles, String expected) {
    return new Fault(
        word.column(),
        "unknown profile " + word.quoted() + Suggestion.didYouMean(word.text(), profiles),
        expected);
  }
}
