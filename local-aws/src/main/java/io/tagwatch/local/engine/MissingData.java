package io.tagwatch.local.engine;

import java.util.Arrays;
import java.util.stream.Collectors;

/** PutMetricAlarm's TreatMissingData; the default is {@link #MISSING}. */
public enum MissingData {
  MISSING("missing"),
  IGNORE("ignore"),
  BREACHING("breaching"),
  NOT_BREACHING("notBreaching");

  private final String text;

  MissingData(String text) {
    this.text = text;
  }

  /** As the API spells it. */
  public String text() {
    return text;
  }

  /**
   * @throws InvalidDefinition for any other word
   */
  public static MissingData parse(String text) {
    return Arrays.stream(values())
        .filter(value -> value.text.equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidDefinition(
                    "TreatMissingData must be one of "
                        + Arrays.stream(values())
                            .map(MissingData::text)
                            .collect(Collectors.joining(", "))
                        + ", not "
                        + text));
  }
}
