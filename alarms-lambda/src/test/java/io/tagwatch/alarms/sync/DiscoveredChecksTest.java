package io.tagwatch.alarms.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagwatch.alarms.TestConfigs;
import io.tagwatch.alarms.TestServers;
import io.tagwatch.alarms.desired.Finding;
import io.tagwatch.alarms.fleet.Failure;
import io.tagwatch.alarms.fleet.Server;
import io.tagwatch.alarms.fleet.ServerState;
import io.tagwatch.common.check.DiscoveredCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DiscoveredChecksTest {
  private static final String WEB = "web-1.i-0a";
  private static final String WEB_DOWN = "tagwatch/prod/web-1.i-0a/check-down/critical";

  private final SyncRig rig = new SyncRig();
  private final Board board = new Board();

  @BeforeEach
  void rules() {
    rig.config =
        TestConfigs.read(
            """
            {'alarms': {
               'check-down': {'subject': 'checks', 'metric': 'Tagwatch/Uptime Up',
                              'statistic': 'Minimum', 'critical': '< 1', 'missing': 'breaching'},
               'check-certificate': {'subject': 'checks', 'critical': '< 14',
                                     'metric': 'Tagwatch/Uptime CertificateDaysLeft',
                                     'statistic': 'Minimum'}}}
            """,
            "{'checks': [{'name': 'api', 'url': 'https://api.example.com/'}]}");
    rig.cloud.checks = board;
  }

  @Test
  void givesAServersOwnChecksTheirPlaceAndTheirAlarms() {
    rig.cloud.add(
        TestServers.running(
            "i-0a", "Name", "web-1", "tagwatch:check", "https://:8443/health 3s status=200..204"),
        TestServers.running("i-0b", "tagwatch:check:db", "tcp://:5432"));

    SyncReport report = rig.run();

    assertThat(board.kept)
        .containsExactly(
            List.of(WEB + " https://10.0.0.1:8443/health", "server.i-0b:db tcp://10.0.0.1:5432"));
    assertThat(rig.cloud.alarms)
        .containsOnlyKeys(
            WEB_DOWN,
            "tagwatch/prod/web-1.i-0a/check-certificate/critical",
            "tagwatch/prod/server.i-0b:db/check-down/critical",
            "tagwatch/prod/api/check-down/critical",
            "tagwatch/prod/api/check-certificate/critical");
    assertThat(report.complete()).isTrue();
    assertThat(report.findings()).isEmpty();
  }

  @Test
  void carriesOwnerAndRunbookOfTheServerIntoTheAlarm() {
    rig.cloud.add(
        TestServers.running(
            "i-0a", "Name", "web-1", "tagwatch:check", "http:///", "tagwatch:owner", "jane"));

    rig.run();

    assertThat(rig.cloud.alarms.get(WEB_DOWN).toString()).contains("owner=jane");
  }

  @Test
  void dropsTheChecksOfAServerThatStopsOrSwitchesOff() {
    rig.cloud.add(server(ServerState.RUNNING));
    rig.run();

    rig.cloud.add(server(ServerState.STOPPED));
    rig.runFor(Set.of(), "i-0a");
    assertThat(board.last()).isEmpty();
    assertThat(rig.cloud.alarms).doesNotContainKey(WEB_DOWN).containsKey(api());

    rig.cloud.add(server(ServerState.RUNNING));
    rig.runFor(Set.of(), "i-0a");
    assertThat(board.last()).hasSize(1);
    assertThat(rig.cloud.alarms).containsKey(WEB_DOWN);

    rig.cloud.add(
        TestServers.running(
            "i-0a", "Name", "web-1", "tagwatch:check", "http:///", "tagwatch", "off"));
    rig.runFor(Set.of(), "i-0a");
    assertThat(board.last()).isEmpty();
    assertThat(rig.cloud.alarms).doesNotContainKey(WEB_DOWN);
  }

  @Test
  void rejectsATagThatItCannotReadAndKeepsTheOthers() {
    rig.cloud.add(
        TestServers.running(
            "i-0a",
            "tagwatch:check",
            "https://evil/",
            "tagwatch:check:a b",
            "tcp://:1",
            "tagwatch:check:ok",
            "tcp://:22"));

    SyncReport report = rig.run();

    assertThat(board.last()).containsExactly("server.i-0a:ok tcp://10.0.0.1:22");
    assertThat(report.rejectedTags())
        .extracting(tag -> tag.key() + " " + tag.column())
        .containsExactly("tagwatch:check 9", "tagwatch:check:a b 0");
  }

  @Test
  void changesNothingWhenTheListingIsIncompleteOrEmpty() {
    rig.cloud.add(server(ServerState.RUNNING));
    rig.run();

    rig.cloud.servers.clear();
    SyncReport empty = rig.run();

    assertThat(board.kept).hasSize(1);
    assertThat(rig.cloud.alarms).containsKey(WEB_DOWN);
    assertThat(empty.held()).isEqualTo(1);
  }

  @Test
  void letsGoOfATerminatedServerAtOnceAndOfManyAbsentOnesNever() {
    IntStream.range(0, 30)
        .forEach(n -> rig.cloud.add(TestServers.running("i-0" + n, "tagwatch:check", "tcp://:1")));
    rig.run();

    rig.cloud.servers.remove("i-00");
    rig.runFor(Set.of("i-00"), "i-00");
    assertThat(board.last()).hasSize(29);

    IntStream.range(1, 29).forEach(n -> rig.cloud.servers.remove("i-0" + n));
    SyncReport held = rig.run();
    assertThat(held.held()).isEqualTo(28);
    assertThat(board.last()).hasSize(29);

    rig.allowingDeletes();
    assertThat(board.last()).hasSize(1);
  }

  @Test
  void letsGoOfTheLastServerToo() {
    rig.cloud.add(server(ServerState.RUNNING));
    rig.run();

    rig.cloud.add(server(ServerState.TERMINATED));
    rig.runFor(Set.of("i-0a"), "i-0a");
    assertThat(board.last()).isEmpty();

    rig.cloud.add(server(ServerState.RUNNING));
    rig.run();
    rig.cloud.servers.clear();
    rig.runFor(Set.of("i-0a"), "i-0a");
    assertThat(board.last()).isEmpty();
    assertThat(rig.cloud.alarms).doesNotContainKey(WEB_DOWN);
  }

  @Test
  void leavesTheAlarmsOfTheseChecksAsTheyAreWhenTheListCannotBeKept() {
    board.failure = Optional.of(new Failure("PutObject", "cannot be written"));
    rig.cloud.add(server(ServerState.RUNNING));

    SyncReport report = rig.run();

    assertThat(rig.cloud.alarms).containsKey(api()).doesNotContainKey(WEB_DOWN);
    assertThat(report.errors()).containsExactly(board.failure.get());
    assertThat(report.complete()).isFalse();
  }

  @Test
  void saysWhatIsMissing() {
    rig.cloud.add(
        new Server(
            "i-0a",
            ServerState.RUNNING,
            "t3.micro",
            "linux",
            false,
            "",
            "",
            Map.of("tagwatch:check", "tcp://:1")));
    assertThat(rig.run().findings())
        .contains(
            new Finding("i-0a", "check", "has no private-ip, so that its checks are not probed"));

    rig.cloud.checks = CheckBoard.none();
    assertThat(rig.run().findings())
        .contains(
            new Finding(
                "i-0a",
                "check",
                "its checks are not probed: the function has no TAGWATCH_STATE_BUCKET, or the"
                    + " server is elsewhere"));
  }

  @Test
  void asksForTheSameListInEachRun() {
    rig.cloud.add(server(ServerState.RUNNING));

    rig.run();
    SyncReport second = rig.run();

    assertThat(board.kept).hasSize(2).containsOnly(board.last());
    assertThat(second.created() + second.updated() + second.deleted()).isZero();
  }

  private static String api() {
    return "tagwatch/prod/api/check-down/critical";
  }

  private static Server server(ServerState state) {
    return TestServers.server("i-0a", state, false, "Name", "web-1", "tagwatch:check", "http:///");
  }

  /** Remembers every list that it was given. */
  private static final class Board implements CheckBoard {
    private final List<List<String>> kept = new ArrayList<>();
    private Optional<Failure> failure = Optional.empty();

    List<String> last() {
      return kept.getLast();
    }

    @Override
    public boolean exists() {
      return true;
    }

    @Override
    public boolean concerns(Set<String> serverIds) {
      return !kept.isEmpty()
          && last().stream()
              .flatMap(line -> DiscoveredCheck.serverOf(line.split(" ")[0]).stream())
              .anyMatch(serverIds::contains);
    }

    @Override
    public Optional<Failure> keep(List<DiscoveredCheck> checks) {
      if (failure.isEmpty()) {
        kept.add(checks.stream().map(check -> check.name() + " " + check.url()).toList());
      }
      return failure;
    }
  }
}
