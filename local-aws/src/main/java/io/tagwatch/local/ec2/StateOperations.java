package io.tagwatch.local.ec2;

import io.tagwatch.local.protocol.Call;
import io.tagwatch.local.protocol.Params;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** StartInstances, StopInstances, TerminateInstances, MonitorInstances, UnmonitorInstances. */
final class StateOperations {
  private static final Set<String> MEMBERS = Set.of("InstanceId", DryRun.NAME);
  private static final Set<String> STOP = Set.of("InstanceId", DryRun.NAME, "Force");

  private final Instances instances;
  private final EventTeller events;
  private final InstantSource clock;

  StateOperations(Instances instances, EventTeller events, InstantSource clock) {
    this.instances = instances;
    this.events = events;
    this.clock = clock;
  }

  Map<String, Object> start(Call call) {
    call.params().heeding(MEMBERS);
    return changed(
        call,
        before -> {
          if (before.state() == InstanceState.TERMINATED) {
            throw Ec2Faults.wrongState(
                "The instance '"
                    + before.id()
                    + "' is not in a state from which it can be started.");
          }
          return before.state() == InstanceState.RUNNING ? before : before.started(clock.instant());
        },
        InstanceState.PENDING);
  }

  Map<String, Object> stop(Call call) {
    call.params().heeding(STOP);
    return changed(
        call,
        before -> {
          if (before.state() == InstanceState.TERMINATED) {
            throw Ec2Faults.wrongState(
                "This instance '"
                    + before.id()
                    + "' is not in a state from which it can be stopped.");
          }
          return before.state() == InstanceState.STOPPED ? before : before.stopped(clock.instant());
        },
        InstanceState.STOPPING);
  }

  Map<String, Object> terminate(Call call) {
    call.params().heeding(MEMBERS);
    return changed(
        call,
        before ->
            before.state() == InstanceState.TERMINATED
                ? before
                : before.terminated(clock.instant()),
        InstanceState.SHUTTING_DOWN);
  }

  /**
   * @param through the state that those which change pass through, and that the answer shows
   */
  private Map<String, Object> changed(
      Call call, UnaryOperator<Instance> change, InstanceState through) {
    List<Instances.Change> changes = apply(call, change);
    changes.stream()
        .filter(each -> each.before().state() != each.after().state())
        .forEach(each -> events.states(each.after(), through, each.after().state()));
    return Map.of("instancesSet", changes.stream().map(each -> shown(each, through)).toList());
  }

  private List<Instances.Change> apply(Call call, UnaryOperator<Instance> change) {
    List<String> ids = ids(call.params());
    instances.named(call.region(), ids).forEach(change::apply);
    DryRun.stopHere(call.params());
    return instances.change(call.region(), ids, change);
  }

  private static List<String> ids(Params params) {
    List<String> ids = params.texts("InstanceId");
    if (ids.isEmpty()) {
      throw Ec2Faults.missing("InstanceId");
    }
    return ids;
  }

  private static Map<String, Object> shown(Instances.Change change, InstanceState through) {
    InstanceState before = change.before().state();
    InstanceState current = before == change.after().state() ? before : through;
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("instanceId", change.after().id());
    shown.put("currentState", current.shown());
    shown.put("previousState", before.shown());
    return shown;
  }

  Map<String, Object> monitor(Call call) {
    return monitored(call, true, "pending");
  }

  Map<String, Object> unmonitor(Call call) {
    return monitored(call, false, "disabling");
  }

  private Map<String, Object> monitored(Call call, boolean detailed, String shown) {
    call.params().heeding(MEMBERS);
    List<Instances.Change> changes =
        apply(
            call,
            before -> {
              if (before.state() == InstanceState.TERMINATED) {
                throw Ec2Faults.wrongState(
                    "The instance '" + before.id() + "' is not in a valid state for this.");
              }
              return before.monitored(detailed);
            });
    return Map.of(
        "instancesSet",
        changes.stream()
            .map(
                each ->
                    Map.of(
                        "instanceId",
                        each.after().id(),
                        "monitoring",
                        InstanceShape.monitoring(shown)))
            .toList());
  }
}
