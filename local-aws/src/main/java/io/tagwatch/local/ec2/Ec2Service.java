package io.tagwatch.local.ec2;

import io.tagwatch.local.protocol.Call;
import io.tagwatch.local.protocol.CloudSetting;
import io.tagwatch.local.protocol.Operations;
import io.tagwatch.local.protocol.Service;
import io.tagwatch.local.view.ServerView;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.UUID;
import java.util.function.Supplier;

/** EC2: instances with their states, monitoring modes and tags. Safe for concurrent calls. */
public final class Ec2Service implements Service {
  private final Instances instances;
  private final EventTeller events;
  private final Operations operations;

  /** With random ids. */
  public Ec2Service(CloudSetting setting) {
    this(setting, UUID::randomUUID);
  }

  /**
   * @param setting account, time and store of the cloud
   * @param ids where the ids of instances, reservations and events come from
   */
  public Ec2Service(CloudSetting setting, Supplier<UUID> ids) {
    this.instances = new Instances(setting.store(), setting.clock());
    this.events = new EventTeller(setting.account(), setting.clock(), ids);
    LaunchOperation launch =
        new LaunchOperation(instances, events, setting.account(), setting.clock(), ids);
    StateOperations states = new StateOperations(instances, events, setting.clock());
    DescribeOperations describe = new DescribeOperations(instances, setting.account());
    TagOperations tags = new TagOperations(instances, events);
    this.operations =
        new Operations(
            Map.ofEntries(
                Map.entry("RunInstances", launch::run),
                Map.entry("StartInstances", states::start),
                Map.entry("StopInstances", states::stop),
                Map.entry("TerminateInstances", states::terminate),
                Map.entry("MonitorInstances", states::monitor),
                Map.entry("UnmonitorInstances", states::unmonitor),
                Map.entry("DescribeInstances", describe::instances),
                Map.entry("DescribeInstanceStatus", describe::statuses),
                Map.entry("DescribeRegions", RegionOperations::regions),
                Map.entry("CreateTags", tags::create),
                Map.entry("DeleteTags", tags::delete),
                Map.entry("DescribeTags", tags::describe)));
  }

  @Override
  public Set<String> operations() {
    return operations.names();
  }

  @Override
  public Map<String, Object> call(Call call) {
    return operations.carryOut(call);
  }

  /** Tells somebody of every event from now on. */
  public void onEvent(Ec2Events listener) {
    events.add(listener);
  }

  /** The regions that have instances, in alphabetical order. */
  public SortedSet<String> regions() {
    return instances.regions();
  }

  /** The instances of a region that are still shown, in the order of their launch. */
  public List<ServerView> servers(String region) {
    return instances.in(region).stream()
        .map(
            each ->
                ServerView.of(
                    each.id(),
                    each.state().title(),
                    each.launch().type(),
                    each.place().zone(),
                    each.launched(),
                    each.detailedMonitoring(),
                    each.tags()))
        .toList();
  }
}
