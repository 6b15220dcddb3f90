package io.tagwatch.alarms.rule;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a rule's alarms are about. */
public enum SubjectKind {
  /** EC2 instances; the default. */
  SERVERS,
  /** The checks of {@code checks.yaml}. */
  CHECKS,
  /** Metrics with fixed dimensions. */
  STATIC;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<SubjectKind> parse(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }

  static List<String> words() {
    return Arrays.stream(values()).map(SubjectKind::word).toList();
  }
}
