package io.tagwatch.cli.pipeline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.Tag;

/**
 * EventBridge for EC2: compares the instances with those of the last look and tells what changed,
 * in the shape of "EC2 Instance State-change Notification" and "Tag Change on Resource". States
 * that came and went between two looks are not seen. Not thread-safe.
 */
public final class Ec2Watch {
  private record Seen(String state, Map<String, String> tags) {}

  private final Ec2Client ec2;
  private final Ec2Event events;
  private Map<String, Seen> last;

  public Ec2Watch(Ec2Client ec2, InstantSource clock, String region) {
    this.ec2 = ec2;
    this.events = new Ec2Event(clock, region);
    this.last = look();
  }

  /** What changed since the last look, in the order of the instances. */
  public List<ObjectNode> changes() {
    Map<String, Seen> now = look();
    List<ObjectNode> changes = new ArrayList<>();
    now.forEach((id, seen) -> compare(id, last.get(id), seen, changes));
    last = now;
    return changes;
  }

  private void compare(String id, Seen before, Seen now, List<ObjectNode> changes) {
    if (before == null || !before.state.equals(now.state)) {
      changes.add(events.stateChange(id, now.state));
    }
    Set<String> keys = changed(before == null ? Map.of() : before.tags, now.tags);
    if (!keys.isEmpty()) {
      changes.add(events.tagChange(id, keys, now.tags));
    }
  }

  private static Set<String> changed(Map<String, String> before, Map<String, String> now) {
    Set<String> keys = new TreeSet<>(before.keySet());
    keys.addAll(now.keySet());
    keys.removeIf(key -> before.containsKey(key) && before.get(key).equals(now.get(key)));
    return keys;
  }

  private Map<String, Seen> look() {
    Map<String, Seen> instances = new LinkedHashMap<>();
    ec2.describeInstancesPaginator().reservations().stream()
        .flatMap(reservation -> reservation.instances().stream())
        .forEach(instance -> instances.put(instance.instanceId(), seen(instance)));
    return instances;
  }

  private static Seen seen(Instance instance) {
    Map<String, String> tags =
        instance.tags().stream()
            .collect(Collectors.toMap(Tag::key, Tag::value, (a, b) -> b, TreeMap::new));
    return new Seen(instance.state().nameAsString(), tags);
  }
}
