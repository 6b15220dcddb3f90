package io.tagwatch.cli.page.model;

import io.tagwatch.local.view.AlarmView;
import java.time.Instant;
import java.util.List;

/**
 * A replay of the past to show.
 *
 * @param title such as {@code Backtest of cpu}
 * @param headline the answer in one sentence
 * @param facts what else to know, one sentence each
 * @param rows a table, heads first
 * @param panels series, those with the longest alarms first
 * @param end the right edge of every series
 */
public record ReplayScene(
    String title,
    String headline,
    List<String> facts,
    List<List<String>> rows,
    List<Panel> panels,
    Instant end) {

  public ReplayScene {
    facts = List.copyOf(facts);
    rows = List.copyOf(rows);
    panels = List.copyOf(panels);
  }

  /**
   * One series.
   *
   * @param title whose it is
   * @param sentence what became of it
   * @param alarms whose thresholds are drawn; the bar below the series is the first one's
   */
  public record Panel(String title, String sentence, List<AlarmView> alarms) {
    public Panel {
      alarms = List.copyOf(alarms);
    }
  }
}
