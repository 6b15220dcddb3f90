package io.tagwatch.cli.page.model;

import io.tagwatch.local.view.AlarmView;
import io.tagwatch.local.view.ConditionView;
import io.tagwatch.local.view.SeriesView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A replay in its final words, for the browser.
 *
 * @param rows a table, heads first
 */
public record ReplayModel(
    String title,
    String headline,
    List<String> facts,
    List<List<String>> rows,
    List<Drawing> drawings) {

  /**
   * One series with the texts around it, shaped like a {@code Watch}, which is what the script
   * draws.
   *
   * @param chart null when there is nothing to draw
   */
  record Drawing(
      String name, String alarm, String sentence, String value, Mood mood, Chart chart) {}

  /** The words and drawings of a scene. */
  public static ReplayModel of(ReplayScene scene) {
    List<Drawing> drawings = new ArrayList<>();
    scene.panels().forEach(panel -> drawings.add(drawing(panel, scene.end())));
    return new ReplayModel(scene.title(), scene.headline(), scene.facts(), scene.rows(), drawings);
  }

  private static Drawing drawing(ReplayScene.Panel panel, Instant end) {
    List<MarkedAlarm> levels = panel.alarms().stream().map(MarkedAlarm::of).toList();
    MarkedAlarm first = levels.getFirst();
    Unit unit = unit(first.view());
    Chart all = Charts.of(first, levels, unit, end);
    Chart own = Charts.of(first, List.of(first), unit, end);
    Chart chart =
        all == null
            ? null
            : new Chart(
                all.unit(),
                all.period(),
                all.from(),
                all.to(),
                own.points(),
                all.limits(),
                own.bands());
    String last =
        first.view().series().flatMap(SeriesView::last).map(p -> unit.words(p.value())).orElse("");
    return new Drawing(
        panel.title(), first.key().alarm(), panel.sentence(), last, first.mood(), chart);
  }

  private static Unit unit(AlarmView alarm) {
    ConditionView condition = alarm.condition().orElseThrow();
    return alarm
        .series()
        .map(
            series -> Unit.of(series.unit(), condition.metric(), Charts.largest(series, condition)))
        .orElse(new Unit("", 1));
  }
}
