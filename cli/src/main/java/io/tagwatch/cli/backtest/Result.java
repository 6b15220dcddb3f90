package io.tagwatch.cli.backtest;

import java.util.List;

/**
 * What a backtest found.
 *
 * @param alarm the rule's name, with its series if only one was asked for
 * @param subjects how many values were replayed
 * @param verdicts one for each trial, candidates before what is today, critical first
 * @param withoutData subjects that had no datapoint in the range
 * @param drawn series to be drawn
 */
public record Result(
    String alarm,
    Range range,
    int subjects,
    List<Verdict> verdicts,
    List<String> withoutData,
    List<Drawn> drawn) {
  public Result {
    verdicts = List.copyOf(verdicts);
    withoutData = List.copyOf(withoutData);
    drawn = List.copyOf(drawn);
  }
}
