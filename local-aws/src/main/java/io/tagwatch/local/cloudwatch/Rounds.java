package io.tagwatch.local.cloudwatch;

import io.tagwatch.local.engine.AlarmEngine;
import io.tagwatch.local.engine.AlarmState;
import io.tagwatch.local.engine.CompositeReason;
import io.tagwatch.local.engine.Evaluation;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Evaluates the alarms that are due and follows up every change of state: history, actions, and the
 * composite alarms that depend on it. The caller holds the service's lock.
 */
final class Rounds {
  private static final int MINUTE = 60;

  private final InstantSource clock;
  private final AlarmActions actions;

  Rounds(InstantSource clock, AlarmActions actions) {
    this.clock = clock;
    this.actions = actions;
  }

  /** Metric alarms first, then the composite alarms that are touched. */
  void tick(CloudRegion region, Instant tick) {
    boolean wholeMinute = tick.getEpochSecond() % MINUTE == 0;
    Map<String, AlarmRecord> changed = new LinkedHashMap<>();
    for (AlarmRecord record : region.alarms().all().values()) {
      if (record.alarm() instanceof MetricAlarm alarm && (wholeMinute || alarm.highResolution())) {
        Evaluation evaluation =
            AlarmEngine.evaluate(
                alarm.definition(), record.status().value(), region.metrics(), tick);
        if (evaluation.changed()) {
          changed.put(record.name(), change(region, record, next(record, evaluation)));
        }
      }
    }
    composites(region, changed);
  }

  /** Puts an alarm into a state by hand. */
  void set(CloudRegion region, AlarmRecord record, AlarmStatus status) {
    AlarmRecord after = change(region, record, status);
    if (status.value() != record.status().value()) {
      composites(region, new LinkedHashMap<>(Map.of(record.name(), after)));
    }
  }

  private AlarmStatus next(AlarmRecord record, Evaluation evaluation) {
    return record
        .status()
        .next(evaluation.state(), evaluation.reason(), evaluation.reasonData(), clock.instant());
  }

  private AlarmRecord change(CloudRegion region, AlarmRecord before, AlarmStatus status) {
    AlarmRecord after = before.with(status);
    region.alarms().put(after);
    if (status.value() != before.status().value()) {
      new HistoryWriter(region.history()).changed(before.status(), after);
      actions.run(region, after, before.status().value());
    }
    return after;
  }

  /** Children come before their parents, so that each is evaluated once, on settled states. */
  private void composites(CloudRegion region, Map<String, AlarmRecord> changed) {
    if (changed.isEmpty() && region.unevaluated().isEmpty()) {
      return;
    }
    for (AlarmRecord record : CompositeOrder.of(region.alarms().all())) {
      CompositeAlarm composite = (CompositeAlarm) record.alarm();
      Optional<AlarmRecord> trigger =
          composite.children().stream().filter(changed::containsKey).map(changed::get).findFirst();
      boolean put = region.unevaluated().remove(record.name());
      if (put || trigger.isPresent()) {
        AlarmState state = outcome(region, composite);
        if (state != record.status().value()) {
          AlarmStatus next = composed(record, state, put ? Optional.empty() : trigger);
          changed.put(record.name(), change(region, record, next));
        }
      }
    }
  }

  private static AlarmState outcome(CloudRegion region, CompositeAlarm composite) {
    boolean holds =
        composite
            .rule()
            .evaluate(
                child ->
                    region
                        .alarms()
                        .find(Arns.alarmName(child))
                        .map(record -> record.status().value())
                        .orElse(null));
    return holds ? AlarmState.ALARM : AlarmState.OK;
  }

  private AlarmStatus composed(
      AlarmRecord record, AlarmState state, Optional<AlarmRecord> trigger) {
    if (trigger.isEmpty()) {
      String reason =
          record.status().value() == AlarmState.INSUFFICIENT_DATA
              ? CompositeReason.created(record.arn(), state)
              : CompositeReason.updated(record.arn(), state);
      return record.status().next(state, reason, null, clock.instant());
    }
    AlarmRecord child = trigger.get();
    AlarmState childState = child.status().value();
    Instant at = child.status().transitioned();
    return record
        .status()
        .next(
            state,
            CompositeReason.transition(child.arn(), childState, at),
            CompositeReason.transitionData(child.arn(), childState, at),
            clock.instant());
  }
}
