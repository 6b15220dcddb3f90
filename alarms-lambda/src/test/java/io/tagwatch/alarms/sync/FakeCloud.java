package io.tagwatch.alarms.sync;

import io.tagwatch.alarms.alarm.ActualAlarm;
import io.tagwatch.alarms.alarm.Alarm;
import io.tagwatch.alarms.alarm.AlarmState;
import io.tagwatch.alarms.alarm.Watched;
import io.tagwatch.alarms.fleet.Failure;
import io.tagwatch.alarms.fleet.Listing;
import io.tagwatch.alarms.fleet.MetricName;
import io.tagwatch.alarms.fleet.Series;
import io.tagwatch.alarms.fleet.SeriesSource;
import io.tagwatch.alarms.fleet.Server;
import io.tagwatch.alarms.fleet.ServerSource;
import io.tagwatch.alarms.fleet.StatusTag;
import io.tagwatch.alarms.tag.Notices;
import io.tagwatch.alarms.tag.TagNotice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Servers, series and alarms in memory, with the faults that a test asks for. */
public final class FakeCloud implements ServerSource, StatusTag, SeriesSource, AlarmStore, Notices {
  public final Map<String, Server> servers = new TreeMap<>();
  public final List<Series> activeSeries = new ArrayList<>();
  public final List<Series> oldSeries = new ArrayList<>();
  public final Map<String, ActualAlarm> alarms = new TreeMap<>();
  public final Map<String, String> statusTags = new TreeMap<>();
  public final List<TagNotice> notices = new ArrayList<>();
  public final List<String> calls = new ArrayList<>();
  public final List<String> writes = new ArrayList<>();
  public final Set<String> failing = new HashSet<>();
  public final Set<String> undeletable = new HashSet<>();

  /** Alarms that a composite alarm of somebody else looks at. */
  public final Set<String> depended = new HashSet<>();

  /** Looks at what each write left behind. */
  public Runnable afterWrite = () -> {};

  /** The time at which alarms change their state. */
  public Instant now = SyncRig.NOW;

  /** Asked before each write; by default it succeeds. */
  public Supplier<WriteOutcome> fate = WriteOutcome.Done::new;

  private final TagAnnouncer announcer = new TagAnnouncer(this);

  CheckBoard checks = CheckBoard.none();

  public World world() {
    return new World(this, this, this, host -> List.of(), this, announcer, checks);
  }

  public void add(Server... more) {
    for (Server server : more) {
      servers.put(server.id(), server);
    }
  }

  public void addSeries(String metric, String... dimensions) {
    activeSeries.add(series(metric, dimensions));
  }

  static Series series(String metric, String... dimensions) {
    Map<String, String> map = new TreeMap<>();
    for (int i = 0; i < dimensions.length; i += 2) {
      map.put(dimensions[i], dimensions[i + 1]);
    }
    return Series.of(MetricName.parse(metric).orElseThrow(), map);
  }

  void addAlarm(String name, String description) {
    alarms.put(name, new ActualAlarm(name, description, Optional.empty()));
  }

  @Override
  public Listing<Server> all() {
    return listing("DescribeInstances", List.copyOf(servers.values()));
  }

  @Override
  public Listing<Server> only(Set<String> ids) {
    return listing(
        "DescribeInstances", servers.values().stream().filter(s -> ids.contains(s.id())).toList());
  }

  @Override
  public Optional<Failure> set(String serverId, String text) {
    calls.add("CreateTags");
    statusTags.put(serverId, text);
    return Optional.empty();
  }

  @Override
  public Optional<Failure> remove(String serverId) {
    calls.add("DeleteTags");
    statusTags.remove(serverId);
    return Optional.empty();
  }

  @Override
  public Listing<Series> active(MetricName metric) {
    return listing(
        "ListMetrics", activeSeries.stream().filter(s -> s.metric().equals(metric)).toList());
  }

  @Override
  public Listing<Series> known(MetricName metric) {
    List<Series> all = new ArrayList<>(activeSeries);
    all.addAll(oldSeries);
    return listing("ListMetrics", all.stream().filter(s -> s.metric().equals(metric)).toList());
  }

  @Override
  public Listing<Series> activeOf(String serverId) {
    return listing(
        "ListMetrics",
        activeSeries.stream()
            .filter(s -> serverId.equals(s.dimensions().get("InstanceId")))
            .toList());
  }

  @Override
  public Listing<ActualAlarm> list(String prefix) {
    return listing(
        "DescribeAlarms",
        alarms.values().stream().filter(alarm -> alarm.name().startsWith(prefix)).toList());
  }

  @Override
  public Listing<String> existing(Set<String> names) {
    return listing("DescribeAlarms", names.stream().filter(alarms::containsKey).toList());
  }

  @Override
  public WriteOutcome put(Alarm alarm) {
    calls.add(alarm.isComposite() ? "PutCompositeAlarm" : "PutMetricAlarm");
    WriteOutcome outcome = fate.get();
    if (alarm.watched() instanceof Watched.Combination combination && isBroken(combination)) {
      outcome = new WriteOutcome.Refused("the rule names an alarm that does not exist");
    }
    if (outcome instanceof WriteOutcome.Done) {
      ActualAlarm before = alarms.get(alarm.name());
      writes.add((before == null ? "create " : "update ") + alarm.name());
      AlarmState state =
          before == null ? new AlarmState(AlarmState.Value.INSUFFICIENT_DATA, now) : before.state();
      alarms.put(
          alarm.name(),
          new ActualAlarm(alarm.name(), alarm.description(), Optional.of(alarm), state));
      afterWrite.run();
    }
    return outcome;
  }

  private boolean isBroken(Watched.Combination combination) {
    return java.util.regex.Pattern.compile("ALARM\\(\"([^\"]+)\"\\)")
        .matcher(combination.rule())
        .results()
        .anyMatch(match -> !alarms.containsKey(match.group(1)));
  }

  @Override
  public WriteOutcome reset(String name, String reason) {
    calls.add("SetAlarmState");
    WriteOutcome outcome = fate.get();
    if (outcome instanceof WriteOutcome.Done) {
      writes.add("reset " + name);
      state(name, new AlarmState(AlarmState.Value.INSUFFICIENT_DATA, now));
    }
    return outcome;
  }

  /** The alarm came into this state. */
  void state(String name, AlarmState state) {
    ActualAlarm alarm = alarms.get(name);
    alarms.put(name, new ActualAlarm(name, alarm.description(), alarm.alarm(), state));
  }

  @Override
  public Optional<Failure> publish(TagNotice notice) {
    calls.add("Publish");
    if (failing.contains("Publish")) {
      return Optional.of(new Failure("Publish", "it fails"));
    }
    notices.add(notice);
    return Optional.empty();
  }

  @Override
  public WriteOutcome delete(List<String> names) {
    calls.add("DeleteAlarms");
    WriteOutcome outcome = fate.get();
    if (names.stream().anyMatch(depended::contains)) {
      outcome = new WriteOutcome.Refused("there are composite alarm(s) depending on it");
    }
    if (outcome instanceof WriteOutcome.Done) {
      for (String name : names) {
        writes.add("delete " + name);
        if (!undeletable.contains(name)) {
          alarms.remove(name);
        }
      }
      afterWrite.run();
    }
    return outcome;
  }

  /** A failing listing has lost its second half. */
  private <T> Listing<T> listing(String operation, List<T> items) {
    calls.add(operation);
    return failing.contains(operation)
        ? new Listing.Incomplete<>(
            items.subList(0, items.size() / 2), new Failure(operation, "it fails"))
        : new Listing.Complete<>(items);
  }
}
