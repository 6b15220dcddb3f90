package io.tagwatch.local.ec2;

import io.tagwatch.local.ServiceClient;
import io.tagwatch.local.StoppedClock;
import io.tagwatch.local.protocol.CloudSetting;
import io.tagwatch.local.store.Store;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;

/** EC2 on a clock that stands still, with ids that repeat, and short words for what a test does. */
final class Ec2Story {
  final StoppedClock clock = new StoppedClock("2026-11-21T08:00:00.500Z");
  final List<Ec2Event> events = new ArrayList<>();
  final Ec2Service service;
  final ServiceClient client;

  Ec2Story() {
    this(Store.forgetful());
  }

  Ec2Story(Store store) {
    SplittableRandom random = new SplittableRandom(7);
    URI url = URI.create("http://127.0.0.1:4599");
    service =
        new Ec2Service(
            new CloudSetting("123456789012", url, clock, store),
            () -> new UUID(random.nextLong(), random.nextLong()));
    service.onEvent(events::add);
    client = new ServiceClient(service);
  }

  /** Launches one with these tags and returns its id. */
  String run(String... tags) {
    return ids(run(1, tags)).getFirst();
  }

  Map<String, Object> run(int count, String... tags) {
    return client.call(
        "RunInstances",
        "ImageId",
        "ami-12345678",
        "InstanceType",
        "t3.large",
        "MinCount",
        String.valueOf(count),
        "MaxCount",
        String.valueOf(count),
        "TagSpecification",
        tags.length == 0
            ? List.of()
            : List.of(Map.of("ResourceType", "instance", "Tag", tags(tags))));
  }

  static List<Map<String, String>> tags(String... pairs) {
    List<Map<String, String>> tags = new ArrayList<>();
    for (int i = 0; i < pairs.length; i += 2) {
      Map<String, String> tag = new LinkedHashMap<>();
      tag.put("Key", pairs[i]);
      if (pairs[i + 1] != null) {
        tag.put("Value", pairs[i + 1]);
      }
      tags.add(tag);
    }
    return tags;
  }

  @SuppressWarnings("unchecked")
  static List<Map<String, Object>> instances(Map<String, Object> reservation) {
    return (List<Map<String, Object>>) reservation.get("instancesSet");
  }

  static List<String> ids(Map<String, Object> reservation) {
    return instances(reservation).stream().map(each -> (String) each.get("instanceId")).toList();
  }

  @SuppressWarnings("unchecked")
  List<Map<String, Object>> describe(Object... members) {
    Map<String, Object> answer = client.call("DescribeInstances", members);
    return ((List<Map<String, Object>>) answer.get("reservationSet"))
        .stream().flatMap(each -> instances(each).stream()).toList();
  }

  List<String> found(String filter, String... values) {
    return describe("Filter", List.of(Map.of("Name", filter, "Value", List.of(values)))).stream()
        .map(each -> (String) each.get("instanceId"))
        .toList();
  }

  Map<String, Object> only() {
    List<Map<String, Object>> all = describe();
    if (all.size() != 1) {
      throw new AssertionError(all.size() + " instances");
    }
    return all.getFirst();
  }

  static Object state(Map<String, Object> instance) {
    return ((Map<?, ?>) instance.get("instanceState")).get("name");
  }
}
