package io.tagwatch.local.ec2;

import static io.tagwatch.local.ec2.Ec2Story.ids;
import static io.tagwatch.local.ec2.Ec2Story.instances;
import static io.tagwatch.local.ec2.Ec2Story.state;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tagwatch.local.protocol.AwsFault;
import io.tagwatch.local.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstancesTest {
  @TempDir Path folder;

  private final Ec2Story ec2 = new Ec2Story();

  @Test
  void launchesAReservationOfInstances() {
    Map<String, Object> reservation = ec2.run(3, "Name", "web");

    assertThat(instances(reservation)).extracting(Ec2Story::state).containsOnly("pending");
    assertThat(ids(reservation))
        .doesNotHaveDuplicates()
        .allMatch(id -> id.matches("i-[0-9a-f]{17}"));
    assertThat(ec2.describe()).extracting(Ec2Story::state).containsOnly("running");
    assertThat(ec2.describe())
        .extracting(each -> each.get("amiLaunchIndex"))
        .containsExactly(0, 1, 2);
    assertThat(ec2.describe().getFirst())
        .containsEntry("instanceType", "t3.large")
        .containsEntry("privateIpAddress", "10.0.0.10")
        .containsEntry("privateDnsName", "ip-10-0-0-10.eu-west-1.compute.internal")
        .containsEntry("monitoring", Map.of("state", "disabled"))
        .containsEntry("tagSet", List.of(Map.of("key", "Name", "value", "web")));
  }

  @Test
  void repeatsTheSameIdsFromTheSameSource() {
    assertThat(new Ec2Story().run()).isEqualTo(new Ec2Story().run());
  }

  @Test
  void answersARepeatedClientTokenWithTheSameInstances() {
    Object[] call = {"ImageId", "ami-1", "MinCount", 2, "MaxCount", 2, "ClientToken", "token"};

    List<String> first = ids(ec2.client.call("RunInstances", call));
    List<String> second = ids(ec2.client.call("RunInstances", call));
    call[1] = "ami-2";

    assertThat(second).isEqualTo(first);
    assertThat(ec2.describe()).hasSize(2);
    assertThat(ec2.events).hasSize(4);
    assertThatThrownBy(() -> ec2.client.call("RunInstances", call))
        .hasMessageContaining("client token has already been used");
  }

  @ParameterizedTest(name = "{0} = {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ImageId          | image                | InvalidAMIID.Malformed      | Invalid id: "image" (expecting "ami-...")
          MinCount         | 0                    | InvalidParameterValue       | Value ( 0 ) for parameter minCount is invalid. Minimum value is 1.
          MinCount         | 2                    | InvalidParameterValue       | Value ( 1 ) for parameter maxCount is invalid.
          MinCount         | many                 | InvalidParameterValue       | Value many for parameter MinCount is not a whole number
          InstanceType     | large                | InvalidParameterValue       | Invalid value 'large' for InstanceType.
          SubnetId         | net                  | InvalidParameterValue       | Invalid value 'net' for SubnetId.
          UserData         | c2NyaXB0             | InvalidParameterValue       | The embedded cloud does not model UserData; leave it out
          """)
  void refusesLaunches(String member, String value, String code, String sentence) {
    Object[] call = {
      "ImageId", "ami-1", "MinCount", "1", "MaxCount", "1", "InstanceType", "t3.nano", member, value
    };

    AwsFault fault = fault("RunInstances", call);

    assertThat(fault.code()).isEqualTo(code);
    assertThat(fault.getMessage()).startsWith(sentence);
  }

  @Test
  void needsAnImageAndACount() {
    assertThat(fault("RunInstances", "MinCount", 1, "MaxCount", 1).getMessage())
        .isEqualTo("The request must contain the parameter ImageId");
    assertThat(fault("RunInstances", "ImageId", "ami-1").getMessage())
        .isEqualTo("The request must contain the parameter MinCount");
  }

  @Test
  void knowsTheZonesOfARegion() {
    Object[] call = {
      "ImageId",
      "ami-1",
      "MinCount",
      1,
      "MaxCount",
      1,
      "Placement",
      Map.of("AvailabilityZone", "eu-west-1c")
    };
    ec2.client.call("RunInstances", call);
    call[7] = Map.of("AvailabilityZone", "us-east-1a");

    assertThat(ec2.found("availability-zone", "eu-west-1c")).hasSize(1);
    assertThat(fault("RunInstances", call).getMessage())
        .isEqualTo("Invalid availability zone: [us-east-1a]");
  }

  @Test
  void stopsStartsAndTerminates() {
    String id = ec2.run();
    ec2.clock.advanceSeconds(60);

    assertThat(change("StopInstances", id)).isEqualTo("running>stopping");
    assertThat(change("StopInstances", id)).isEqualTo("stopped>stopped");
    assertThat(ec2.only().get("reason")).isEqualTo("User initiated (2026-11-21 08:01:00 GMT)");
    assertThat(change("StartInstances", id)).isEqualTo("stopped>pending");
    assertThat(change("StartInstances", id)).isEqualTo("running>running");
    assertThat(ec2.only().get("launchTime")).isEqualTo(ec2.clock.instant());
    assertThat(change("TerminateInstances", id)).isEqualTo("running>shutting-down");
    assertThat(change("TerminateInstances", id)).isEqualTo("terminated>terminated");
    assertThat(state(ec2.only())).isEqualTo("terminated");
    assertThat(ec2.only()).doesNotContainKey("privateIpAddress");
  }

  @Test
  void neitherStartsNorStopsWhatIsTerminated() {
    String id = ec2.run();
    change("TerminateInstances", id);

    assertThat(fault("StartInstances", "InstanceId", List.of(id)))
        .hasMessage("The instance '" + id + "' is not in a state from which it can be started.")
        .extracting(AwsFault::code)
        .isEqualTo("IncorrectInstanceState");
    assertThat(fault("StopInstances", "InstanceId", List.of(id)).code())
        .isEqualTo("IncorrectInstanceState");
  }

  @Test
  void changesAllOfThemOrNone() {
    String running = ec2.run();
    String terminated = ec2.run();
    change("TerminateInstances", terminated);

    fault("StopInstances", "InstanceId", List.of(running, terminated));

    assertThat(ec2.found("instance-state-name", "running")).containsExactly(running);
  }

  @Test
  void showsTerminatedInstancesForAnHour() {
    String id = ec2.run();
    change("TerminateInstances", id);

    ec2.clock.advance(Duration.ofMinutes(59));
    assertThat(ec2.describe()).hasSize(1);
    ec2.clock.advance(Duration.ofMinutes(1));
    assertThat(ec2.describe()).isEmpty();
    assertThat(fault("DescribeInstances", "InstanceId", List.of(id)).code())
        .isEqualTo("InvalidInstanceID.NotFound");
  }

  @Test
  void tellsMalformedIdsFromUnknownOnes() {
    assertThat(fault("DescribeInstances", "InstanceId", List.of("web-1")))
        .hasMessage("Invalid id: \"web-1\"")
        .extracting(AwsFault::code)
        .isEqualTo("InvalidInstanceID.Malformed");
    assertThat(fault("StopInstances", "InstanceId", List.of("i-12345678")).getMessage())
        .isEqualTo("The instance ID 'i-12345678' does not exist");
    assertThat(
            fault("StopInstances", "InstanceId", List.of("i-12345678", "i-0123456789abcdef0"))
                .getMessage())
        .isEqualTo("The instance IDs 'i-12345678, i-0123456789abcdef0' do not exist");
    assertThat(fault("StopInstances").getMessage())
        .isEqualTo("The request must contain the parameter InstanceId");
  }

  @Test
  void switchesDetailedMonitoring() {
    String id = ec2.run();

    ec2.client.call("MonitorInstances", "InstanceId", List.of(id));
    assertThat(ec2.only()).containsEntry("monitoring", Map.of("state", "enabled"));

    ec2.client.call("UnmonitorInstances", "InstanceId", List.of(id));
    assertThat(ec2.only()).containsEntry("monitoring", Map.of("state", "disabled"));
  }

  @Test
  void changesNothingInADryRun() {
    String id = ec2.run();
    ec2.events.clear();

    for (String operation : List.of("StopInstances", "TerminateInstances", "MonitorInstances")) {
      AwsFault fault = fault(operation, "InstanceId", List.of(id), "DryRun", "true");
      assertThat(fault.code()).isEqualTo("DryRunOperation");
      assertThat(fault.httpStatus()).isEqualTo(412);
    }
    assertThat(
            fault(
                    "RunInstances",
                    "ImageId",
                    "ami-1",
                    "MinCount",
                    1,
                    "MaxCount",
                    1,
                    "DryRun",
                    "true")
                .code())
        .isEqualTo("DryRunOperation");
    assertThat(fault("StopInstances", "InstanceId", List.of("x"), "DryRun", "true").code())
        .isEqualTo("InvalidInstanceID.Malformed");
    assertThat(state(ec2.only())).isEqualTo("running");
    assertThat(ec2.events).isEmpty();
  }

  @Test
  void findsInstancesAgainAfterARestart() {
    List<Map<String, Object>> before;
    try (Store store = Store.in(folder)) {
      Ec2Story first = new Ec2Story(store);
      first.run(2, "Name", "web");
      change(first, "StopInstances", first.run("Name", "db"));
      before = first.describe();
    }

    try (Store store = Store.in(folder)) {
      Ec2Story second = new Ec2Story(store);

      assertThat(second.describe()).isEqualTo(before);
      second.client.call(
          "RunInstances", "ImageId", "ami-1", "MinCount", 1, "MaxCount", 1, "ClientToken", "t");
      assertThat(second.describe().getLast()).containsEntry("privateIpAddress", "10.0.0.13");
    }
  }

  private String change(String operation, String id) {
    return change(ec2, operation, id);
  }

  private static String change(Ec2Story story, String operation, String id) {
    Map<String, Object> change =
        instances(story.client.call(operation, "InstanceId", List.of(id))).getFirst();
    return ((Map<?, ?>) change.get("previousState")).get("name")
        + ">"
        + ((Map<?, ?>) change.get("currentState")).get("name");
  }

  private AwsFault fault(String operation, Object... members) {
    return catchThrowableOfType(AwsFault.class, () -> ec2.client.call(operation, members));
  }
}
