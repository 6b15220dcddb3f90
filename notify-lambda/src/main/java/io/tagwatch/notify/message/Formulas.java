package io.tagwatch.notify.message;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Metric math as people read it: {@code HTTPCode_Target_5XX_Count/RequestCount*100}. */
final class Formulas {
  /** What the console calls a formula that nobody gave a name. */
  private static final Pattern DEFAULT_LABEL = Pattern.compile("Expression ?\\d+");

  /** An identifier: a letter in lower case, then letters, digits and underscores. */
  private static final Pattern IDENTIFIER = Pattern.compile("\\b[a-z]\\w*\\b");

  private Formulas() {}

  /**
   * Empty where there is nothing to read.
   *
   * @param metrics that the alarm reads, by identifier
   */
  static Optional<AlarmFacts.Formula> of(
      Optional<String> label, Optional<String> text, Map<String, AlarmFacts.Metric> metrics) {
    Optional<String> own = label.isPresent() && isOwn(label.get()) ? label : Optional.empty();
    return label.isEmpty() && text.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new AlarmFacts.Formula(
                own, text.isPresent() ? named(text.get(), metrics) : "", shared(metrics)));
  }

  private static boolean isOwn(String label) {
    return !DEFAULT_LABEL.matcher(label).matches();
  }

  private static String named(String formula, Map<String, AlarmFacts.Metric> metrics) {
    Matcher found = IDENTIFIER.matcher(formula);
    StringBuilder text = new StringBuilder();
    while (found.find()) {
      AlarmFacts.Metric metric = metrics.get(found.group());
      String word = metric == null || metric.name().isEmpty() ? found.group() : metric.name();
      found.appendReplacement(text, Matcher.quoteReplacement(word));
    }
    return found.appendTail(text).toString();
  }

  private static Map<String, String> shared(Map<String, AlarmFacts.Metric> metrics) {
    Map<String, String> shared = null;
    for (AlarmFacts.Metric metric : metrics.values()) {
      if (shared == null) {
        shared = new LinkedHashMap<>(metric.dimensions());
      } else {
        shared.entrySet().retainAll(metric.dimensions().entrySet());
      }
    }
    return shared == null ? Map.of() : shared;
  }
}
