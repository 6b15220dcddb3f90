package io.tagwatch.local.ec2;

import io.tagwatch.local.protocol.Params;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The filters of DescribeInstances and DescribeInstanceStatus that are modelled. */
final class InstanceFilters {
  private static final Map<String, Function<Instance, List<String>>> FIELDS =
      Map.ofEntries(
          Map.entry("instance-id", each -> List.of(each.id())),
          Map.entry("instance-state-name", each -> List.of(each.state().title())),
          Map.entry("instance-state-code", each -> List.of("" + each.state().code())),
          Map.entry("instance-type", each -> List.of(each.launch().type())),
          Map.entry("image-id", each -> List.of(each.launch().image())),
          Map.entry("reservation-id", each -> List.of(each.launch().reservation())),
          Map.entry("availability-zone", each -> List.of(each.place().zone())),
          Map.entry("subnet-id", each -> List.of(each.place().subnet())),
          Map.entry("private-ip-address", each -> List.of(each.place().privateIp())),
          Map.entry("private-dns-name", each -> List.of(each.place().privateDnsName())),
          Map.entry(
              "monitoring-state",
              each -> List.of(each.detailedMonitoring() ? "enabled" : "disabled")),
          Map.entry("tag-key", each -> List.copyOf(each.tags().keySet())),
          Map.entry("tag-value", each -> List.copyOf(each.tags().values())));

  private InstanceFilters() {}

  static Filters<Instance> read(Params params) {
    return Filters.read(params, FIELDS, Instance::tags);
  }
}
