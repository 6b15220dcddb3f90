package io.tagwatch.local.ec2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tagwatch.local.protocol.AwsFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DescribeTest {
  private final Ec2Story ec2 = new Ec2Story();

  @Test
  void filtersByTagsStatesAndTypes() {
    String web = ec2.run("Name", "web-1", "Service", "nginx");
    String db = ec2.run("Name", "db-1");
    String none = ec2.run();
    ec2.client.call("StopInstances", "InstanceId", List.of(db));

    assertThat(ec2.found("tag:Name", "web-*", "x")).containsExactly(web);
    assertThat(ec2.found("tag:Name", "??-1")).containsExactly(db);
    assertThat(ec2.found("tag:name", "web-1")).isEmpty();
    assertThat(ec2.found("tag-key", "Service")).containsExactly(web);
    assertThat(ec2.found("tag-key", "*")).containsExactly(web, db);
    assertThat(ec2.found("instance-state-name", "running", "pending")).containsExactly(web, none);
    assertThat(ec2.found("instance-state-code", "80")).containsExactly(db);
    assertThat(ec2.found("instance-id", none)).containsExactly(none);
    assertThat(ec2.found("instance-type", "t3.*")).hasSize(3);
    assertThat(ec2.found("private-dns-name", "ip-10-0-0-11.*")).containsExactly(db);
  }

  @Test
  void meetsEveryFilter() {
    String both = ec2.run("a", "1", "b", "2");
    ec2.run("a", "1");

    List<Map<String, Object>> found =
        ec2.describe(
            "Filter",
            List.of(
                Map.of("Name", "tag:a", "Value", List.of("1")),
                Map.of("Name", "tag:b", "Value", List.of("2"))));

    assertThat(found).extracting(each -> each.get("instanceId")).containsExactly(both);
  }

  @Test
  void refusesFiltersThatItDoesNotKnow() {
    assertThat(fault("Filter", List.of(Map.of("Name", "color", "Value", List.of("red")))))
        .hasMessage("The filter 'color' is invalid")
        .extracting(AwsFault::code)
        .isEqualTo("InvalidParameterValue");
    assertThat(fault("Filter", List.of(Map.of("Name", "tag:a"))))
        .hasMessage("The filter 'tag:a' needs at least one value");
  }

  @Test
  void listsInPagesWhileInstancesComeAndGo() {
    List<String> launched = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      launched.add(ec2.run());
    }
    List<String> seen = new ArrayList<>();

    Map<String, Object> page = ec2.client.call("DescribeInstances", "MaxResults", "5");
    seen.addAll(idsOf(page));
    launched.add(ec2.run());
    while (page.containsKey("nextToken")) {
      page =
          ec2.client.call(
              "DescribeInstances", "MaxResults", "5", "NextToken", page.get("nextToken"));
      seen.addAll(idsOf(page));
    }

    assertThat(seen).isEqualTo(launched);
  }

  @Test
  void bindsPagesToFiveAndAThousand() {
    String id = ec2.run();

    assertThat(fault("MaxResults", 4).code()).isEqualTo("InvalidParameterValue");
    assertThat(fault("MaxResults", 1001).code()).isEqualTo("InvalidParameterValue");
    assertThat(fault("MaxResults", 5, "InstanceId", List.of(id)))
        .hasMessage("The parameter instancesSet cannot be used with the parameter maxResults")
        .extracting(AwsFault::code)
        .isEqualTo("InvalidParameterCombination");
  }

  @Test
  void refusesTokensThatItNeverGave() {
    ec2.run(6);
    Object token = ec2.client.call("DescribeInstances", "MaxResults", 5).get("nextToken");

    for (Object foreign : List.of("%%", "bm90LW91cnM", token + "A")) {
      assertThat(fault("NextToken", foreign).code()).isEqualTo("InvalidParameterValue");
    }
    assertThat(fault("NextToken", token, "Filter", List.of(Map.of("Name", "instance-id"))).code())
        .isEqualTo("InvalidParameterValue");
  }

  @Test
  void keepsReservationsTogetherAndRegionsApart() {
    ec2.run(2);
    ec2.run(1);
    Map<String, Object> answer = ec2.client.call("DescribeInstances");

    assertThat((List<?>) answer.get("reservationSet")).hasSize(2);
    assertThat((List<?>) ec2.client.callIn("us-east-1", "DescribeInstances").get("reservationSet"))
        .isEmpty();
  }

  @Test
  void tellsTheStatusOfRunningInstancesUnlessAskedForAll() {
    String running = ec2.run();
    String stopped = ec2.run();
    ec2.client.call("StopInstances", "InstanceId", List.of(stopped));

    assertThat(statuses()).extracting(each -> each.get("instanceId")).containsExactly(running);
    assertThat(statuses("IncludeAllInstances", "true"))
        .extracting(each -> (Object) ((Map<?, ?>) each.get("systemStatus")).get("status"))
        .containsExactly("ok", "not-applicable");
  }

  @SuppressWarnings("unchecked")
  private List<Map<String, Object>> statuses(Object... members) {
    return (List<Map<String, Object>>)
        ec2.client.call("DescribeInstanceStatus", members).get("instanceStatusSet");
  }

  @SuppressWarnings("unchecked")
  private static List<String> idsOf(Map<String, Object> answer) {
    return ((List<Map<String, Object>>) answer.get("reservationSet"))
        .stream().flatMap(each -> Ec2Story.ids(each).stream()).toList();
  }

  private AwsFault fault(Object... members) {
    return catchThrowableOfType(
        AwsFault.class, () -> ec2.client.call("DescribeInstances", members));
  }
}
