package io.tagwatch.alarms.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagwatch.alarms.TestConfigs;
import io.tagwatch.alarms.TestServers;
import io.tagwatch.alarms.desired.Finding;
import io.tagwatch.alarms.fleet.ServerState;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What is deleted, what is held, and what a run that cannot see does not touch. */
class DeletionsTest {
  private final SyncRig rig = new SyncRig();

  @Test
  void deletesWhatServersThatAreThereNoLongerNeed() {
    rig.cloud.add(TestServers.running("i-1"), TestServers.running("i-2"));
    rig.run();
    rig.cloud.add(
        TestServers.running("i-1", "tagwatch", "off"),
        TestServers.server("i-2", ServerState.TERMINATED, false));

    SyncReport report = rig.run();

    assertThat(report.deleted()).isEqualTo(6);
    assertThat(rig.cloud.alarms).isEmpty();
    assertThat(report.servers()).isEqualTo(1);
  }

  @Test
  void writesNothingWhenServersCannotBeListed() {
    rig.cloud.add(TestServers.running("i-1"), TestServers.running("i-2"));
    rig.run();
    rig.cloud.add(TestServers.running("i-3"));
    rig.cloud.writes.clear();
    rig.cloud.failing.add("DescribeInstances");

    SyncReport report = rig.run();

    assertThat(rig.cloud.writes).isEmpty();
    assertThat(report.complete()).isFalse();
    assertThat(report.errors()).extracting("operation").containsExactly("DescribeInstances");
    assertThat(report.findings())
        .extracting(Finding::problem)
        .containsExactly(
            "DescribeInstances was not read to the end; nothing is created, changed or deleted");
  }

  @Test
  void writesNothingWhenAlarmsCannotBeListed() {
    rig.cloud.add(TestServers.running("i-1"));
    rig.cloud.failing.add("DescribeAlarms");

    SyncReport report = rig.run();

    assertThat(rig.cloud.writes).isEmpty();
    assertThat(report.complete()).isFalse();
  }

  @Test
  void holdsDeletionsWhenEc2ListsNoServerAtAll() {
    rig.cloud.add(TestServers.running("i-1"));
    rig.run();
    rig.cloud.servers.clear();

    SyncReport report = rig.run();

    assertThat(report.held()).isEqualTo(3);
    assertThat(report.deleted()).isZero();
    assertThat(report.findings())
        .extracting(Finding::problem)
        .anyMatch(p -> p.contains("allowDeletes"));
    assertThat(rig.allowingDeletes().deleted()).isEqualTo(3);
  }

  @Test
  void holdsOnlyAlarmsWithoutEvidenceWhenEc2ListsNoServerAtAll() {
    rig.config =
        TestConfigs.read(
            TestConfigs.ALARMS, "{'checks': ['http://a.example', 'http://b.example']}");
    rig.cloud.add(TestServers.running("i-1"), TestServers.running("i-2"));
    rig.run();
    rig.cloud.servers.clear();
    rig.config = TestConfigs.read(TestConfigs.ALARMS, "{'checks': ['http://a.example']}");

    SyncReport report = rig.run(new SyncRequest(Scope.everything(), Set.of("i-2"), false));

    assertThat(rig.cloud.alarms.keySet())
        .filteredOn(name -> name.contains("/i-"))
        .hasSize(3)
        .allMatch(name -> name.startsWith("tagwatch/prod/i-1/"));
    assertThat(rig.cloud.alarms.keySet()).noneMatch(name -> name.contains("b.example"));
    assertThat(report.held()).isEqualTo(3);
    assertThat(report.findings())
        .extracting(Finding::problem)
        .containsOnlyOnce(
            "3 alarms of 1 absent server are held: EC2 lists no server at all; if it is gone,"
                + " send {\"action\":\"reconcile\",\"allowDeletes\":true}");
  }

  @Test
  void saysNothingOfAnEmptyListingThatHoldsNothing() {
    rig.config = TestConfigs.read(TestConfigs.ALARMS, "{'checks': ['http://a.example']}");
    rig.run();
    rig.config = TestConfigs.usual();

    SyncReport report = rig.run();

    assertThat(report.deleted()).isEqualTo(3);
    assertThat(report.held()).isZero();
    assertThat(report.findings()).isEmpty();
  }

  @Test
  void knowsACheckThatIsNamedLikeAServer() {
    rig.config =
        TestConfigs.read(
            TestConfigs.ALARMS, "{'checks': [{'name': 'i-check', 'url': 'http://a.example'}]}");
    rig.run();
    rig.config = TestConfigs.usual();

    SyncReport report = rig.run();

    assertThat(report.held()).isZero();
    assertThat(rig.cloud.alarms).isEmpty();
  }

  @Test
  void holdsTheAlarmsOfAServerOfAnEventThatEc2DoesNotListAndSaysSo() {
    rig.cloud.add(TestServers.running("i-1"));
    rig.run();
    rig.cloud.servers.clear();

    SyncReport report = rig.runFor(Set.of(), "i-1");

    assertThat(rig.cloud.alarms).hasSize(3);
    assertThat(report.held()).isEqualTo(3);
    assertThat(report.findings())
        .extracting(Finding::problem)
        .containsExactly(
            "3 alarms of 1 absent server are held: EC2 does not list it, and no event said that it"
                + " is terminated; the next whole run decides");
  }

  @Test
  void holdsDeletionsWhenTooManyServersAreAbsent() {
    for (int i = 10; i < 30; i++) {
      rig.cloud.add(TestServers.running("i-" + i));
    }
    rig.run();
    for (int i = 10; i < 21; i++) {
      rig.cloud.servers.remove("i-" + i);
    }

    SyncReport report = rig.run();

    assertThat(report.held()).isEqualTo(33);
    assertThat(rig.cloud.alarms).hasSize(60);
    assertThat(rig.allowingDeletes().deleted()).isEqualTo(33);
  }

  @Test
  void deletesWhileAbsentServersAreFew() {
    for (int i = 10; i < 30; i++) {
      rig.cloud.add(TestServers.running("i-" + i));
    }
    rig.run();
    for (int i = 10; i < 20; i++) {
      rig.cloud.servers.remove("i-" + i);
    }

    assertThat(rig.run().deleted()).isEqualTo(30);
  }

  @Test
  void doesNotCountServersKnownToBeTerminated() {
    for (int i = 10; i < 30; i++) {
      rig.cloud.add(TestServers.running("i-" + i));
    }
    rig.run();
    Set<String> gone = new TreeSet<>(rig.cloud.servers.keySet());
    gone.remove("i-29");
    gone.forEach(rig.cloud.servers::remove);

    SyncReport report = rig.run(new SyncRequest(Scope.everything(), gone, false));

    assertThat(report.deleted()).isEqualTo(57);
    assertThat(report.held()).isZero();
  }

  @Test
  void believesEc2MoreThanALateEvent() {
    rig.cloud.add(TestServers.running("i-1"));
    rig.run();

    SyncReport report = rig.runFor(Set.of("i-1"), "i-1");

    assertThat(report.deleted()).isZero();
    assertThat(report.unchanged()).isEqualTo(3);
  }

  @Test
  void deletesAtOnceWhenAnEventSaysTerminatedAndEc2KnowsNothing() {
    rig.cloud.add(TestServers.running("i-1"));
    rig.run();
    rig.cloud.servers.clear();

    assertThat(rig.runFor(Set.of("i-1"), "i-1").deleted()).isEqualTo(3);
  }

  @Test
  void asksAgainWhatADeletionHasLeft() {
    rig.cloud.add(TestServers.running("i-1"));
    rig.run();
    rig.cloud.add(TestServers.running("i-1", "tagwatch", "off"));
    rig.cloud.undeletable.add("tagwatch/prod/i-1/cpu/warning");

    SyncReport report = rig.run();

    assertThat(report.deleted()).isEqualTo(2);
    assertThat(report.backlog()).isEqualTo(1);
    assertThat(report.errors()).hasSize(1);
  }
}
