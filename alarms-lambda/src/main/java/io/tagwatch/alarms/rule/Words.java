package io.tagwatch.alarms.rule;

import io.tagwatch.common.config.Glob;
import io.tagwatch.common.config.Node;
import io.tagwatch.common.config.Problems;
import io.tagwatch.common.config.Section;
import io.tagwatch.common.config.Suggestion;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reading values that are one of a few words, or lists of words. */
final class Words {
  private Words() {}

  /** One of a closed set; a mistake is reported with the nearest word. */
  static <T> Optional<T> oneOf(
      Section section, String key, Collection<String> words, Function<String, Optional<T>> parse) {
    return section
        .node(key)
        .flatMap(
            node -> {
              String word = node instanceof Node.Text text ? text.value() : "";
              Optional<T> value = parse.apply(word);
              if (value.isEmpty()) {
                section
                    .problems()
                    .add(
                        node,
                        node.describe()
                            + " must be one of "
                            + String.join(", ", words)
                            + Suggestion.didYouMean(word, words));
              }
              return value;
            });
  }

  /** A text that parses; a mistake is reported as "… is not (what); write (form)". */
  static <T> Optional<T> parsed(
      Section section, String key, String what, String form, Function<String, Optional<T>> parse) {
    return section
        .node(key)
        .flatMap(
            node -> {
              Optional<T> value =
                  node instanceof Node.Text text ? parse.apply(text.value()) : Optional.empty();
              if (value.isEmpty()) {
                section
                    .problems()
                    .add(node, node.describe() + " is not " + what + "; write " + form);
              }
              return value;
            });
  }

  /** Globs: one or a list. */
  static List<Glob> globs(Node node, Problems problems) {
    return Section.asTexts(node, problems).stream().map(Glob::new).toList();
  }
}
