package io.tagwatch.alarms.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagwatch.alarms.TestConfigs;
import io.tagwatch.alarms.TestServers;
import io.tagwatch.alarms.alarm.ActualAlarm;
import io.tagwatch.alarms.alarm.Alarm;
import io.tagwatch.alarms.alarm.AlarmState;
import io.tagwatch.alarms.fleet.ServerState;
import io.tagwatch.alarms.rule.AlarmsConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Laws over random fleets, random histories and random faults. */
class SyncLawsTest {
  private static final AlarmsConfig WITH_COMPOSITE =
      TestConfigs.read(
          TestConfigs.ALARMS
              .strip()
              .replaceFirst(
                  "\\{", "{'composites': {'trouble': {'of': ['cpu', 'memory', 'disk']}},"),
          "{}");
  private static final List<String> TAGS =
      List.of("90", "70/80", "80/70", "off", "95 5of5 1m", "9O", "60 max missing=breaching", "");

  @Property(tries = 150)
  void aSecondRunWritesNothing(@ForAll Random random) {
    SyncRig rig = new SyncRig();
    randomFleet(rig, random);
    rig.run();
    rig.cloud.writes.clear();

    SyncReport second = rig.run();

    assertThat(rig.cloud.writes).isEmpty();
    assertThat(second.unchanged()).isEqualTo(second.desired());
  }

  @Property(tries = 150)
  void anyHistoryOfEditsCrashesThrottlesAndFaultsConverges(@ForAll Random random) {
    SyncRig rig = new SyncRig();
    for (int step = 0; step < 8; step++) {
      randomFleet(rig, random);
      randomEdits(rig, random);
      randomFaults(rig, random);
      runOnce(rig, random);
    }
    heal(rig);
    rig.allowingDeletes();
    settle(rig);

    SyncRig fresh = new SyncRig();
    fresh.cloud.servers.putAll(rig.cloud.servers);
    fresh.cloud.activeSeries.addAll(rig.cloud.activeSeries);
    fresh.run();
    settle(fresh);

    assertThat(rig.cloud.alarms).isEqualTo(fresh.cloud.alarms);
  }

  /** Every alarm has seen a datapoint and is fine. */
  private static void settle(SyncRig rig) {
    rig.cloud.alarms.keySet().forEach(name -> rig.cloud.state(name, AlarmState.QUIET));
    rig.run();
  }

  @Property(tries = 150)
  void noForeignAlarmIsEverTouched(@ForAll Random random) {
    SyncRig rig = new SyncRig();
    Map<String, ActualAlarm> foreign = foreignAlarms();
    rig.cloud.alarms.putAll(foreign);
    for (int step = 0; step < 6; step++) {
      randomFleet(rig, random);
      randomFaults(rig, random);
      runOnce(rig, random);
    }

    assertThat(rig.cloud.alarms).containsAllEntriesOf(foreign);
    assertThat(rig.cloud.writes)
        .noneMatch(w -> foreign.containsKey(w.substring(w.indexOf(' ') + 1)));
  }

  @Property(tries = 150)
  void nothingIsDeletedByARunThatCouldNotSeeEverything(@ForAll Random random) {
    SyncRig rig = new SyncRig();
    randomFleet(rig, random);
    rig.run();
    randomFleet(rig, random);
    rig.cloud.writes.clear();
    rig.cloud.failing.add(random.nextBoolean() ? "DescribeInstances" : "DescribeAlarms");

    if (random.nextBoolean()) {
      rig.allowingDeletes();
    } else {
      runOnce(rig, random);
    }

    assertThat(rig.cloud.writes).isEmpty();
  }

  @Property(tries = 150)
  void withCompositesNoAlarmIsEverSilentUnlessAnotherTellsInItsPlace(@ForAll Random random) {
    SyncRig rig = new SyncRig();
    rig.config = WITH_COMPOSITE;
    Set<String> wanted = new HashSet<>();
    rig.cloud.afterWrite = () -> assertThat(muffled(rig.cloud, wanted)).isEmpty();
    for (int step = 0; step < 6; step++) {
      randomFleet(rig, random);
      wanted.clear();
      wanted.addAll(rig.wanted());
      wanted.removeAll(muffled(rig.cloud, Set.copyOf(wanted)));
      randomFaults(rig, random);
      runOnce(rig, random);
    }
    heal(rig);
    rig.allowingDeletes();
    rig.run();
    rig.cloud.writes.clear();
    SyncReport last = rig.run();

    assertThat(rig.cloud.writes).isEmpty();
    assertThat(last.unchanged()).isEqualTo(last.desired());
  }

  /**
   * Wanted alarms without a topic of servers without a composite; left out are those that nobody
   * wanted before and whose deletion failed.
   */
  private static List<String> muffled(FakeCloud cloud, Set<String> wanted) {
    return cloud.alarms.values().stream()
        .filter(alarm -> alarm.alarm().orElseThrow().actions().alarm().isEmpty())
        .map(ActualAlarm::name)
        .filter(wanted::contains)
        .filter(
            name ->
                !cloud.alarms.containsKey(name.replaceFirst("(/i-\\d+/).*", "$1trouble/critical")))
        .toList();
  }

  private static void runOnce(SyncRig rig, Random random) {
    Set<String> some = new HashSet<>(rig.cloud.servers.keySet());
    if (random.nextInt(3) == 0 && !some.isEmpty()) {
      String id = some.iterator().next();
      rig.runFor(random.nextBoolean() ? Set.of(id) : Set.of(), id);
    } else {
      rig.run();
    }
  }

  private static void randomFleet(SyncRig rig, Random random) {
    FakeCloud cloud = rig.cloud;
    cloud.servers.clear();
    cloud.activeSeries.clear();
    for (int i = 0; i < 5; i++) {
      if (random.nextInt(4) > 0) {
        String id = "i-" + i;
        ServerState state = ServerState.values()[random.nextInt(ServerState.values().length)];
        cloud.add(TestServers.server(id, state, random.nextBoolean(), randomTags(random)));
        randomSeries(cloud, id, random);
      }
    }
  }

  private static String[] randomTags(Random random) {
    List<String> keys =
        List.of(
            "tagwatch:cpu",
            "tagwatch:disk",
            "tagwatch:disk:/",
            "tagwatch:memory",
            "tagwatch:nope",
            "tagwatch:trouble",
            "tagwatch:owner",
            "tagwatch:profiles",
            "Service",
            "tagwatch");
    List<String> tags = new ArrayList<>();
    for (String key : keys) {
      if (random.nextInt(4) == 0) {
        tags.add(key);
        tags.add(
            switch (key) {
              case "tagwatch:profiles" -> random.nextBoolean() ? "extra" : "nope";
              case "Service" -> "burst-1";
              case "tagwatch" -> random.nextBoolean() ? "off" : "on";
              default -> TAGS.get(random.nextInt(TAGS.size()));
            });
      }
    }
    return tags.toArray(String[]::new);
  }

  private static void randomSeries(FakeCloud cloud, String id, Random random) {
    if (random.nextBoolean()) {
      cloud.addSeries("Tagwatch/Host mem_used_percent", "InstanceId", id);
    }
    for (String path : List.of("/", "/data", "/tmp")) {
      if (random.nextBoolean()) {
        cloud.addSeries(
            "Tagwatch/Host disk_used_percent",
            "InstanceId",
            id,
            "path",
            path,
            "fstype",
            path.equals("/tmp") ? "tmpfs" : "ext4");
      }
    }
  }

  private static void randomEdits(SyncRig rig, Random random) {
    for (ActualAlarm actual : List.copyOf(rig.cloud.alarms.values())) {
      if (random.nextInt(5) == 0) {
        Alarm a = actual.alarm().orElseThrow();
        Alarm edited =
            new Alarm(
                a.name(),
                a.description(),
                random.nextBoolean(),
                a.actions(),
                a.watched(),
                a.evaluationPeriods(),
                a.datapointsToAlarm(),
                a.comparison(),
                OptionalDouble.of(random.nextInt(100)),
                a.missing(),
                a.lowSamples());
        AlarmState.Value value =
            AlarmState.Value.values()[random.nextInt(AlarmState.Value.values().length)];
        rig.cloud.alarms.put(
            a.name(),
            new ActualAlarm(
                a.name(),
                a.description(),
                Optional.of(edited),
                new AlarmState(value, SyncRig.NOW.minusSeconds(random.nextInt(2_000)))));
      } else if (random.nextInt(8) == 0) {
        rig.cloud.alarms.remove(actual.name());
      }
    }
  }

  private static void randomFaults(SyncRig rig, Random random) {
    rig.cloud.failing.clear();
    for (String operation : List.of("DescribeInstances", "DescribeAlarms", "ListMetrics")) {
      if (random.nextInt(6) == 0) {
        rig.cloud.failing.add(operation);
      }
    }
    rig.cloud.fate =
        () ->
            switch (random.nextInt(8)) {
              case 0 -> new WriteOutcome.Throttled("slow down");
              case 1 -> new WriteOutcome.Unreachable("no answer");
              case 2 -> new WriteOutcome.Refused("no");
              default -> new WriteOutcome.Done();
            };
    rig.time = TimeLeft.endless();
    if (random.nextInt(3) == 0) {
      rig.stopAfter(Duration.ofSeconds(2 + random.nextInt(4)));
    }
  }

  private static void heal(SyncRig rig) {
    rig.cloud.failing.clear();
    rig.cloud.fate = WriteOutcome.Done::new;
    rig.time = TimeLeft.endless();
  }

  private static Map<String, ActualAlarm> foreignAlarms() {
    Map<String, ActualAlarm> foreign = new TreeMap<>();
    List<String> descriptions = new ArrayList<>(List.of("", "by hand"));
    descriptions.add("x\ntagwatch: deployment=other subject=i-1 alarm=cpu severity=critical");
    int next = 0;
    for (String name :
        List.of(
            "tagwatch/prod/i-1/cpu/critical",
            "tagwatch/prod/i-2/cpu/warning",
            "tagwatch/prod/gone/x/critical",
            "tagwatch/prodigy/i-1/cpu/critical",
            "other")) {
      String description = descriptions.get(next++ % descriptions.size());
      foreign.put(name, new ActualAlarm(name, description, Optional.empty()));
    }
    return foreign;
  }
}
