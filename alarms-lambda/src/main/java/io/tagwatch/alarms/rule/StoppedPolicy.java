package io.tagwatch.alarms.rule;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What becomes of the alarms of stopped servers. */
public enum StoppedPolicy {
  /** They stay as they are; the default. */
  KEEP,
  /** Their actions are disabled until the server runs again. */
  MUTE,
  /** They are deleted until the server runs again. */
  DELETE;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<StoppedPolicy> parse(String word) {
    return Arrays.stream(values()).filter(policy -> policy.word().equals(word)).findFirst();
  }

  static List<String> words() {
    return Arrays.stream(values()).map(StoppedPolicy::word).toList();
  }
}
