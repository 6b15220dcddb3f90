package io.tagwatch.local.ec2;

import io.tagwatch.local.protocol.Call;
import io.tagwatch.local.protocol.Params;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** DescribeInstances, DescribeInstanceStatus. */
final class DescribeOperations {
  private static final Set<String> INSTANCES =
      Set.of("InstanceId", "Filter", "MaxResults", "NextToken", DryRun.NAME);
  private static final Set<String> STATUS =
      Set.of("InstanceId", "Filter", "MaxResults", "NextToken", "IncludeAllInstances", DryRun.NAME);

  private final Instances instances;
  private final String account;

  DescribeOperations(Instances instances, String account) {
    this.instances = instances;
    this.account = account;
  }

  Map<String, Object> instances(Call call) {
    Page<Instance> page = page(call, call.params().heeding(INSTANCES), false);
    Map<String, List<Map<String, Object>>> byReservation = new LinkedHashMap<>();
    for (Instance each : page.items()) {
      byReservation
          .computeIfAbsent(each.launch().reservation(), ignored -> new ArrayList<>())
          .add(InstanceShape.of(each));
    }
    List<Map<String, Object>> reservations = new ArrayList<>();
    byReservation.forEach(
        (id, shown) -> reservations.add(InstanceShape.reservation(account, id, shown)));
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("reservationSet", reservations);
    page.addTokenTo(answer);
    return answer;
  }

  Map<String, Object> statuses(Call call) {
    Params params = call.params().heeding(STATUS);
    boolean runningOnly = !params.flag("IncludeAllInstances").orElse(false);
    Page<Instance> page = page(call, params, runningOnly);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("instanceStatusSet", page.items().stream().map(DescribeOperations::status).toList());
    page.addTokenTo(answer);
    return answer;
  }

  private Page<Instance> page(Call call, Params params, boolean runningOnly) {
    List<String> ids = params.texts("InstanceId");
    if (!ids.isEmpty() && params.has("MaxResults")) {
      throw Ec2Faults.combination("instancesSet", "maxResults");
    }
    Filters<Instance> filters = InstanceFilters.read(params);
    List<Instance> all =
        ids.isEmpty() ? instances.in(call.region()) : instances.named(call.region(), ids);
    DryRun.stopHere(params);
    List<Instance> found =
        all.stream()
            .filter(each -> !runningOnly || each.state() == InstanceState.RUNNING)
            .filter(filters::meets)
            .toList();
    return ids.isEmpty()
        ? Page.of(call, found, each -> "%019d".formatted(each.launch().order()))
        : new Page<>(found, null);
  }

  private static Map<String, Object> status(Instance instance) {
    boolean running = instance.state() == InstanceState.RUNNING;
    Map<String, Object> check = new LinkedHashMap<>();
    check.put("status", running ? "ok" : "not-applicable");
    if (running) {
      check.put("details", List.of(Map.of("name", "reachability", "status", "passed")));
    }
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("instanceId", instance.id());
    shown.put("availabilityZone", instance.place().zone());
    shown.put("instanceState", instance.state().shown());
    shown.put("systemStatus", check);
    shown.put("instanceStatus", check);
    return shown;
  }
}
