package io.tagwatch.common.config;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A mapping that is being read. Every accessor notes its key as known; {@link #rejectUnknownKeys()}
 * reports the rest. An accessor that meets a wrong value reports it and answers as if the key were
 * absent, so that reading goes on. Not thread-safe.
 */
public final class Section {
  private final Node.Fields fields;
  private final Problems problems;
  private final Set<String> known = new LinkedHashSet<>();

  private Section(Node.Fields fields, Problems problems) {
    this.fields = fields;
    this.problems = problems;
  }

  /** Reads {@code node} as a mapping; reports anything else and answers empty. */
  public static Optional<Section> of(Node node, Problems problems) {
    if (node instanceof Node.Fields fields) {
      return Optional.of(new Section(fields, problems));
    }
    problems.add(node, "must be a mapping of keys to values, not " + kind(node));
    return Optional.empty();
  }

  /** An address is not repeated, since it may be a secret one. */
  private static String kind(Node node) {
    boolean address = node instanceof Node.Text text && text.value().contains("://");
    return address ? "a URL" : node.describe();
  }

  /** The same mapping; mistakes found through the result name {@code subject}. */
  public Section about(String subject) {
    Section section = new Section(fields, problems.about(subject));
    section.known.addAll(known);
    return section;
  }

  public Place place() {
    return fields.place();
  }

  public Problems problems() {
    return problems;
  }

  /** All keys, in the order of the document. */
  public Set<String> keys() {
    return fields.values().keySet();
  }

  /** Where a key stands; the section's own place when it is absent. */
  public Place keyPlace(String key) {
    return fields.keys().getOrDefault(key, fields.place());
  }

  /** The value of a key; empty when absent or null. */
  public Optional<Node> node(String key) {
    known.add(key);
    return Optional.ofNullable(fields.values().get(key))
        .filter(node -> !(node instanceof Node.Empty));
  }

  public Optional<String> text(String key) {
    return node(key).flatMap(node -> asText(node, problems));
  }

  /** Reports a key that is absent or has no value; what may be written is said after it. */
  public void require(String key, String remedy) {
    if (fields.values().get(key) instanceof Node.Empty) {
      String quoted = remedy.isEmpty() ? "; write one, in quotes if it begins with #" : remedy;
      problems.add(keyPlace(key), "has no value" + quoted);
    } else if (node(key).isEmpty()) {
      problems.add(fields.place(), "needs the key \"" + key + "\"" + remedy);
    }
  }

  /** The text of a key that must be there. */
  public Optional<String> requiredText(String key) {
    require(key, "");
    return text(key);
  }

  public Optional<Duration> duration(String key) {
    return node(key).flatMap(node -> asDuration(node, problems));
  }

  public OptionalLong bytes(String key) {
    Optional<Node> node = node(key);
    if (node.isEmpty()) {
      return OptionalLong.empty();
    }
    OptionalLong size =
        node.get() instanceof Node.Text text ? ByteSizes.parse(text.value()) : OptionalLong.empty();
    if (size.isEmpty()) {
      problems.add(node.get(), node.get().describe() + " is not a size; write 512B, 64KiB or 1MiB");
    }
    return size;
  }

  public Optional<Boolean> flag(String key) {
    Optional<Node> node = node(key);
    if (node.isPresent() && !(node.get() instanceof Node.Flag)) {
      problems.add(node.get(), node.get().describe() + " must be true or false");
    }
    return node.map(n -> n instanceof Node.Flag flag ? flag.value() : null);
  }

  public Optional<BigDecimal> number(String key) {
    Optional<Node> node = node(key);
    if (node.isPresent() && !(node.get() instanceof Node.Numeric)) {
      problems.add(node.get(), node.get().describe() + " is not a number");
    }
    return node.map(n -> n instanceof Node.Numeric numeric ? numeric.value() : null);
  }

  /** A whole number between two bounds, both included. */
  public OptionalInt integer(String key, int least, int most) {
    Optional<Node> node = node(key);
    if (node.isEmpty()) {
      return OptionalInt.empty();
    }
    if (node.get() instanceof Node.Numeric numeric
        && numeric.value().stripTrailingZeros().scale() <= 0
        && numeric.value().compareTo(BigDecimal.valueOf(least)) >= 0
        && numeric.value().compareTo(BigDecimal.valueOf(most)) <= 0) {
      return OptionalInt.of(numeric.value().intValueExact());
    }
    problems.add(
        node.get(),
        node.get().describe() + " must be a whole number from " + least + " to " + most);
    return OptionalInt.empty();
  }

  public Optional<Section> section(String key) {
    return node(key).flatMap(node -> of(node, problems));
  }

  /** The items of a list; empty when absent. A value that is not a list is reported. */
  public List<Node> items(String key) {
    return node(key).map(node -> asItems(node, problems)).orElse(List.of());
  }

  /** The items of a list of texts; items of another kind are reported and left out. */
  public List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    items(key).forEach(item -> asText(item, problems).ifPresent(texts::add));
    return List.copyOf(texts);
  }

  /** The members of a mapping whose keys are names that the user chose; empty when absent. */
  public Map<String, Node> members(String key) {
    Optional<Node> node = node(key);
    if (node.isPresent() && node.get() instanceof Node.Fields members) {
      return members.values();
    }
    node.ifPresent(n -> of(n, problems));
    return Map.of();
  }

  /** Tells the section that a key is known although nobody asked for it. */
  public void knows(String... keys) {
    known.addAll(List.of(keys));
  }

  /** Reports every key that no accessor has asked for, with the nearest one that exists. */
  public void rejectUnknownKeys() {
    for (String key : fields.values().keySet()) {
      if (!known.contains(key)) {
        problems.add(
            fields.keys().get(key),
            "unknown key \"" + key + "\"" + Suggestion.didYouMean(key, known));
      }
    }
  }

  /** Text, or a reported mistake. */
  public static Optional<String> asText(Node node, Problems problems) {
    if (node instanceof Node.Text text) {
      return Optional.of(text.value());
    }
    problems.add(node, node.describe() + " must be text; put it in quotes");
    return Optional.empty();
  }

  /** A text, or a list of texts; anything else is reported. */
  public static List<String> asTexts(Node node, Problems problems) {
    if (node instanceof Node.Text text) {
      return List.of(text.value());
    }
    List<String> texts = new ArrayList<>();
    if (!(node instanceof Node.Items)) {
      problems.add(node, node.describe() + " must be text in quotes, or a list of texts");
      return texts;
    }
    asItems(node, problems).forEach(item -> asText(item, problems).ifPresent(texts::add));
    return texts;
  }

  /** A list, or a reported mistake and no items. */
  public static List<Node> asItems(Node node, Problems problems) {
    if (node instanceof Node.Items items) {
      return items.values();
    }
    problems.add(node, node.describe() + " must be a list; write [one, two]");
    return List.of();
  }

  /** A duration longer than nothing, or a reported mistake. */
  public static Optional<Duration> asDuration(Node node, Problems problems) {
    Optional<Duration> duration =
        node instanceof Node.Text text ? Durations.parse(text.value()) : Optional.empty();
    if (duration.isEmpty() || duration.get().isZero()) {
      problems.add(node, node.describe() + " is not a duration; write 5s, 500ms or 1m");
      return Optional.empty();
    }
    return duration;
  }
}
