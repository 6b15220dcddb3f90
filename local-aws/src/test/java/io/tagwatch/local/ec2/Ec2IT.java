package io.tagwatch.local.ec2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tagwatch.local.CloudOptions;
import io.tagwatch.local.EmbeddedCloud;
import io.tagwatch.local.ForeignClient;
import io.tagwatch.local.SdkClients;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceStateName;
import software.amazon.awssdk.services.ec2.model.InstanceType;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.RunInstancesResponse;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

class Ec2IT {
  private static final Instant EIGHT = Instant.parse("2026-11-21T08:00:00Z");

  private final EmbeddedCloud cloud =
      EmbeddedCloud.start(CloudOptions.defaults().startingAt(EIGHT));
  private final Ec2Client ec2 = SdkClients.client(Ec2Client.builder(), cloud.url());

  @AfterEach
  void close() {
    ec2.close();
    cloud.close();
  }

  @Test
  void showsWhatWasLaunched() {
    RunInstancesResponse launched = run(2, tag("Name", "web"), tag("tagwatch:cpu", "80/95 3of5"));

    assertThat(launched.instances())
        .extracting(each -> each.state().name())
        .containsOnly(InstanceStateName.PENDING);
    List<Instance> found =
        ec2.describeInstancesPaginator().reservations().stream()
            .flatMap(each -> each.instances().stream())
            .toList();
    assertThat(found).hasSize(2);
    Instance first = found.getFirst();
    assertThat(first.state().name()).isEqualTo(InstanceStateName.RUNNING);
    assertThat(first.state().code()).isEqualTo(16);
    assertThat(first.instanceType()).isEqualTo(InstanceType.T3_LARGE);
    assertThat(first.launchTime()).isEqualTo(EIGHT);
    assertThat(first.placement().availabilityZone()).isEqualTo("eu-west-1b");
    assertThat(first.monitoring().stateAsString()).isEqualTo("enabled");
    assertThat(first.tags())
        .containsExactlyInAnyOrder(tag("Name", "web"), tag("tagwatch:cpu", "80/95 3of5"));
  }

  @Test
  void goesThroughAllPages() {
    run(23);

    long seen =
        ec2.describeInstancesPaginator(r -> r.maxResults(5)).reservations().stream()
            .flatMap(each -> each.instances().stream())
            .map(Instance::instanceId)
            .distinct()
            .count();

    assertThat(seen).isEqualTo(23);
  }

  @Test
  void filtersAndTags() {
    String id = run(1, tag("Name", "web-1")).instances().getFirst().instanceId();
    run(1, tag("Name", "db-1"));

    ec2.createTags(r -> r.resources(id).tags(tag("team", "a"), tag("empty", "")));

    assertThat(
            ec2.describeInstances(
                    r ->
                        r.filters(
                            filter("tag:Name", "web*"),
                            filter("instance-state-name", "running", "stopped")))
                .reservations())
        .singleElement()
        .extracting(each -> each.instances().getFirst().instanceId())
        .isEqualTo(id);
    assertThat(ec2.describeTags(r -> r.filters(filter("resource-id", id))).tags())
        .extracting(each -> each.key() + "=" + each.value())
        .containsExactly("Name=web-1", "empty=", "team=a");
    ec2.deleteTags(r -> r.resources(id).tags(Tag.builder().key("team").build()));
    assertThat(ec2.describeTags(r -> r.filters(filter("tag:team", "*"))).tags()).isEmpty();
  }

  @Test
  void tellsErrorsByTheirCodes() {
    Ec2Exception unknown =
        catchThrowableOfType(
            Ec2Exception.class, () -> ec2.stopInstances(r -> r.instanceIds("i-0123456789abcdef0")));
    Ec2Exception dryRun =
        catchThrowableOfType(Ec2Exception.class, () -> ec2.describeInstances(r -> r.dryRun(true)));

    assertThat(unknown.awsErrorDetails().errorCode()).isEqualTo("InvalidInstanceID.NotFound");
    assertThat(unknown.awsErrorDetails().errorMessage())
        .isEqualTo("The instance ID 'i-0123456789abcdef0' does not exist");
    assertThat(dryRun.awsErrorDetails().errorCode()).isEqualTo("DryRunOperation");
    assertThat(dryRun.statusCode()).isEqualTo(412);
  }

  @Test
  void tellsListenersWhatHappens() {
    List<String> told = new CopyOnWriteArrayList<>();
    cloud.ec2().onEvent(event -> told.add(event.json()));

    String id = run(1).instances().getFirst().instanceId();
    ec2.terminateInstances(r -> r.instanceIds(id));

    assertThat(told).hasSize(4);
    assertThat(told.getLast()).contains("\"state\":\"terminated\"").contains(id);
    assertThat(
            ec2.waiter().waitUntilInstanceTerminated(r -> r.instanceIds(id)).matched().response())
        .isPresent();
  }

  @Test
  void servesBoto3() throws Exception {
    new ForeignClient(cloud.url()).python("ec2.py");
  }

  @Test
  void servesTheAwsCli() throws Exception {
    ForeignClient client = new ForeignClient(cloud.url());

    client.aws(
        "ec2",
        "run-instances",
        "--image-id",
        "ami-12345678",
        "--instance-type",
        "t3.micro",
        "--count",
        "2",
        "--tag-specifications",
        "ResourceType=instance,Tags=[{Key=Name,Value=cli}]");

    assertThat(
            client.aws(
                "ec2",
                "describe-instances",
                "--filters",
                "Name=tag:Name,Values=cli",
                "--query",
                "Reservations[].Instances[].State.Name"))
        .isEqualToIgnoringWhitespace("[\"running\", \"running\"]");
    assertThat(client.refusedAws("ec2", "describe-vpcs"))
        .contains("(InvalidAction)")
        .contains("not modelled");
  }

  private RunInstancesResponse run(int count, Tag... tags) {
    return ec2.runInstances(
        r ->
            r.imageId("ami-0123456789abcdef0")
                .instanceType("t3.large")
                .minCount(count)
                .maxCount(count)
                .monitoring(m -> m.enabled(true))
                .placement(p -> p.availabilityZone("eu-west-1b"))
                .tagSpecifications(
                    tags.length == 0
                        ? List.of()
                        : List.of(
                            TagSpecification.builder()
                                .resourceType(ResourceType.INSTANCE)
                                .tags(tags)
                                .build())));
  }

  private static Tag tag(String key, String value) {
    return Tag.builder().key(key).value(value).build();
  }

  private static Filter filter(String name, String... values) {
    return Filter.builder().name(name).values(values).build();
  }
}
