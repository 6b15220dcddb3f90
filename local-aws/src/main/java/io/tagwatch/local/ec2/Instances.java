package io.tagwatch.local.ec2;

import io.tagwatch.local.store.Room;
import io.tagwatch.local.store.Store;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** All instances of the account, in all regions, in the order of their launch. Thread-safe. */
final class Instances {
  private static final Pattern ID = Pattern.compile("i-(?:[0-9a-f]{8}|[0-9a-f]{17})");

  private final Room<Instance> room;
  private final InstantSource clock;
  private final Map<String, Instance> byId = new LinkedHashMap<>();
  private long launches;

  Instances(Store store, InstantSource clock) {
    this.room = store.room("ec2.instances", Instance.class);
    this.clock = clock;
    room.all().values().stream()
        .sorted(Comparator.comparingLong(each -> each.launch().order()))
        .forEach(each -> byId.put(each.id(), each));
    this.launches = byId.values().stream().mapToLong(each -> each.launch().order()).max().orElse(0);
  }

  /** A change to one instance. */
  record Change(Instance before, Instance after) {}

  synchronized long nextOrder() {
    launches++;
    return launches;
  }

  /** Whether an instance or a reservation has this id. */
  synchronized boolean known(String id) {
    return byId.containsKey(id)
        || byId.values().stream().anyMatch(each -> each.launch().reservation().equals(id));
  }

  synchronized void addAll(Collection<Instance> launched) {
    launched.forEach(this::put);
  }

  /** Where instances are still shown. */
  synchronized SortedSet<String> regions() {
    forget();
    return byId.values().stream()
        .map(each -> each.place().region())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Those of a region that are still shown, in the order of their launch. */
  synchronized List<Instance> in(String region) {
    forget();
    return byId.values().stream().filter(each -> each.place().region().equals(region)).toList();
  }

  /** Those with these ids, or the refusal of ids that are malformed or unknown. */
  synchronized List<Instance> named(String region, Collection<String> ids) {
    forget();
    for (String id : ids) {
      if (!ID.matcher(id).matches()) {
        throw Ec2Faults.malformedInstance(id);
      }
    }
    List<Instance> found = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    for (String id : new LinkedHashSet<>(ids)) {
      Instance instance = byId.get(id);
      if (instance != null && instance.place().region().equals(region)) {
        found.add(instance);
      } else {
        unknown.add(id);
      }
    }
    if (!unknown.isEmpty()) {
      throw Ec2Faults.noSuchInstances(unknown);
    }
    return found;
  }

  /**
   * Changes all of them or, when {@code change} refuses one, none.
   *
   * @return what each was and is, also where nothing changed
   */
  synchronized List<Change> change(
      String region, Collection<String> ids, UnaryOperator<Instance> change) {
    List<Change> changes =
        named(region, ids).stream()
            .map(before -> new Change(before, change.apply(before)))
            .toList();
    changes.stream()
        .filter(each -> !each.before().equals(each.after()))
        .forEach(each -> put(each.after()));
    return changes;
  }

  private void put(Instance instance) {
    byId.put(instance.id(), instance);
    room.put(instance.id(), instance);
  }

  private void forget() {
    Instant now = clock.instant();
    List<Instance> gone = byId.values().stream().filter(each -> each.forgotten(now)).toList();
    gone.forEach(
        each -> {
          byId.remove(each.id());
          room.remove(each.id());
        });
  }
}
