package io.tagwatch.alarms.rule;

import java.util.Locale;
import java.util.Optional;

/** What a period without data counts as. */
public enum MissingMode {
  MISSING("missing"),
  IGNORE("ignore"),
  BREACHING("breaching"),
  NOT_BREACHING("notBreaching");

  /** What to write, for error sentences. */
  public static final String FORM = "missing, ignore, breaching or notbreaching";

  private final String aws;

  MissingMode(String aws) {
    this.aws = aws;
  }

  /** As PutMetricAlarm's {@code TreatMissingData} spells it. */
  public String aws() {
    return aws;
  }

  /** One of the four words, in any case. */
  public static Optional<MissingMode> parse(String text) {
    String word = text.toLowerCase(Locale.ROOT);
    for (MissingMode mode : values()) {
      if (mode.aws.toLowerCase(Locale.ROOT).equals(word)) {
        return Optional.of(mode);
      }
    }
    return Optional.empty();
  }
}
