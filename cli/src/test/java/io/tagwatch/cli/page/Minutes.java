package io.tagwatch.cli.page;

import io.tagwatch.common.alarm.AlarmMarker;
import io.tagwatch.common.alarm.Severity;
import io.tagwatch.local.view.AlarmView;
import io.tagwatch.local.view.AlarmView.Change;
import io.tagwatch.local.view.AlarmView.State;
import io.tagwatch.local.view.ConditionView;
import io.tagwatch.local.view.ConditionView.Side;
import io.tagwatch.local.view.SeriesView;
import io.tagwatch.local.view.SeriesView.Point;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Makes alarms from a value for each minute; NaN for a minute without data. The state is OK until M
 * of the last N minutes breach, so that fixtures tell a story that hangs together.
 */
final class Minutes {
  static final Instant START = Instant.parse("2026-11-21T08:00:00Z");

  private final Instant start;
  private final double[] values;
  private String unit = "Percent";
  private String metric = "Tagwatch/Host/disk_used_percent";
  private String owner;
  private String runbook;
  private boolean actionsEnabled = true;
  private String sentence;

  private Minutes(Instant start, double[] values) {
    this.start = start;
    this.values = values;
  }

  static Minutes from(Instant start, double... values) {
    return new Minutes(start, values);
  }

  Minutes of(String metric, String unit) {
    this.metric = metric;
    this.unit = unit;
    return this;
  }

  Minutes ownedBy(String owner) {
    this.owner = owner;
    return this;
  }

  Minutes runbook(String url) {
    this.runbook = url;
    return this;
  }

  Minutes saying(String sentence) {
    this.sentence = sentence;
    return this;
  }

  Minutes muted() {
    this.actionsEnabled = false;
    return this;
  }

  /** The same with other thresholds before. */
  static AlarmView withThresholds(AlarmView alarm, List<AlarmView.Threshold> thresholds) {
    return new AlarmView(
        alarm.name(),
        alarm.region(),
        alarm.description(),
        alarm.state(),
        alarm.reason(),
        alarm.since(),
        alarm.actionsEnabled(),
        alarm.condition(),
        alarm.rule(),
        alarm.series(),
        alarm.history(),
        thresholds);
  }

  AlarmView alarm(
      String subject, String alarm, Severity severity, Side side, double threshold, int m, int n) {
    List<Change> history = new ArrayList<>();
    State state = State.NO_DATA;
    int decision = values.length - 1;
    for (int i = 0; i < values.length; i++) {
      State next = state(i, side, threshold, m, n);
      if (next != state) {
        history.add(new Change(at(i + 1), state, next, reason(next, i, side, threshold, m, n)));
        state = next;
        decision = i;
      }
    }
    AlarmMarker marker =
        new AlarmMarker(
            "demo",
            subject,
            alarm,
            severity,
            Optional.ofNullable(owner),
            Optional.ofNullable(runbook));
    return new AlarmView(
        "tagwatch/demo/" + subject + "/" + alarm + "/" + severity.word(),
        "eu-west-1",
        (sentence == null ? "A " + severity.word() + " alarm on " + alarm + "." : sentence)
            + "\n"
            + marker.print(),
        state,
        history.isEmpty() ? "Unchecked: Initial alarm creation" : history.getLast().reason(),
        history.isEmpty() ? start : history.getLast().at(),
        actionsEnabled,
        Optional.of(
            new ConditionView(
                metric,
                new TreeMap<>(Map.of("InstanceId", subject)),
                "Maximum",
                side,
                threshold,
                m,
                n,
                Duration.ofMinutes(1),
                "missing")),
        Optional.empty(),
        Optional.of(
            new SeriesView(unit, Duration.ofMinutes(1), points(side, threshold, decision, n))),
        history);
  }

  private List<Point> points(Side side, double threshold, int decision, int n) {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      if (!Double.isNaN(values[i])) {
        boolean decided = i <= decision && i > decision - n;
        points.add(new Point(at(i), values[i], side.breaches(values[i], threshold), decided));
      }
    }
    return points;
  }

  private State state(int last, Side side, double threshold, int m, int n) {
    int breaching = 0;
    int known = 0;
    for (int i = Math.max(0, last - n + 1); i <= last; i++) {
      known += Double.isNaN(values[i]) ? 0 : 1;
      breaching += side.breaches(values[i], threshold) ? 1 : 0;
    }
    return known == 0 ? State.NO_DATA : breaching >= m ? State.ALARM : State.OK;
  }

  private String reason(State state, int last, Side side, double threshold, int m, int n) {
    return state == State.ALARM
        ? "Threshold Crossed: %d out of the last %d datapoints [%s (%s)] were %s the threshold (%s)."
            .formatted(m, n, values[last], at(last), side.sign(), threshold)
        : "Threshold Crossed: 1 datapoint [%s (%s)] was not %s the threshold (%s)."
            .formatted(values[last], at(last), side.sign(), threshold);
  }

  private Instant at(int minute) {
    return start.plus(Duration.ofMinutes(minute));
  }
}
