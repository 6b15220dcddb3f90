package io.tagwatch.local.ec2;

import java.time.InstantSource;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Makes events and tells all listeners. */
final class EventTeller {
  private final List<Ec2Events> listeners = new CopyOnWriteArrayList<>();
  private final String account;
  private final InstantSource clock;
  private final Supplier<UUID> ids;

  EventTeller(String account, InstantSource clock, Supplier<UUID> ids) {
    this.account = account;
    this.clock = clock;
    this.ids = ids;
  }

  void add(Ec2Events listener) {
    listeners.add(listener);
  }

  /** Tells each state that an instance passed through. */
  void states(Instance instance, InstanceState... passed) {
    for (InstanceState state : passed) {
      tell(new Ec2Event.StateChange(origin(instance), instance.id(), state.title()));
    }
  }

  /** Tells which tags differ; nothing when none does. */
  void tags(SortedMap<String, String> before, Instance after) {
    SortedMap<String, String> now = new TreeMap<>(after.tags());
    List<String> changed =
        Stream.concat(before.keySet().stream(), now.keySet().stream())
            .distinct()
            .sorted()
            .filter(key -> !java.util.Objects.equals(before.get(key), now.get(key)))
            .toList();
    if (!changed.isEmpty()) {
      tell(new Ec2Event.TagChange(origin(after), after.id(), changed, now, after.tagVersion()));
    }
  }

  private Ec2Event.Origin origin(Instance instance) {
    return new Ec2Event.Origin(
        ids.get().toString(), account, instance.place().region(), clock.instant());
  }

  private void tell(Ec2Event event) {
    listeners.forEach(listener -> listener.on(event));
  }
}
