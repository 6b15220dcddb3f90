package io.tagwatch.local.ec2;

import static io.tagwatch.local.ec2.Ec2Story.tags;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TagsAndEventsTest {
  private final Ec2Story ec2 = new Ec2Story();

  @Test
  void setsReplacesAndDeletesTags() {
    String id = ec2.run("a", "1", "b", "2");

    create(id, "b", "3", "c", "");
    assertThat(tagsOf()).isEqualTo(Map.of("a", "1", "b", "3", "c", ""));

    delete(id, "a", null, "b", "other", "c", "");
    assertThat(tagsOf()).isEqualTo(Map.of("b", "3"));

    delete(id);
    assertThat(tagsOf()).isEmpty();
  }

  @Test
  void listsTagsByTheirResource() {
    String id = ec2.run("a", "1", "b", "2");
    ec2.run("a", "3");

    Map<String, Object> answer =
        ec2.client.call(
            "DescribeTags",
            "Filter",
            List.of(
                Map.of("Name", "resource-id", "Value", List.of(id)),
                Map.of("Name", "key", "Value", List.of("a"))));

    assertThat((List<?>) answer.get("tagSet"))
        .isEqualTo(
            List.of(
                Map.of("resourceId", id, "resourceType", "instance", "key", "a", "value", "1")));
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource({
    "aws:x,  v, Value ( aws:x ) for parameter key is invalid. Tag keys starting with 'aws:' are reserved for internal use",
    "AWS:x,  v, Value ( AWS:x ) for parameter key is invalid. Tag keys starting with 'aws:' are reserved for internal use",
    "'',     v, Tag keys must not be empty.",
  })
  void refusesKeysThatAreNotTheCallers(String key, String value, String sentence) {
    String id = ec2.run();

    assertThatThrownBy(() -> create(id, key, value)).hasMessage(sentence);
  }

  @Test
  void bindsLengthsAndNumbers() {
    String id = ec2.run();
    create(id, "ü".repeat(128), "v".repeat(256));

    assertThatThrownBy(() -> create(id, "k".repeat(129), "v"))
        .hasMessageEndingWith("Tag keys may not exceed 128 characters.");
    assertThatThrownBy(() -> create(id, "k", "v".repeat(257)))
        .hasMessageEndingWith("Tag values may not exceed 256 characters.");
    for (int i = 1; i < 50; i++) {
      create(id, "k" + i, "");
    }
    assertThatThrownBy(() -> create(id, "one too many", ""))
        .hasMessageContaining("More than 50 tags");
    assertThat(tagsOf()).hasSize(50);
  }

  @Test
  void tagsInstancesOnly() {
    assertThatThrownBy(() -> create("vol-12345678", "k", "v"))
        .hasMessageStartingWith("The ID 'vol-12345678' is not valid");
    assertThatThrownBy(() -> create("i-12345678", "k", "v"))
        .hasMessage("The instance ID 'i-12345678' does not exist");
  }

  @Test
  void tellsEveryStateThatAnInstancePassesThrough() {
    String id = ec2.run();
    ec2.client.call("StopInstances", "InstanceId", List.of(id));
    ec2.client.call("StopInstances", "InstanceId", List.of(id));
    ec2.client.call("StartInstances", "InstanceId", List.of(id));
    ec2.client.call("TerminateInstances", "InstanceId", List.of(id));

    assertThat(ec2.events)
        .extracting(each -> ((Ec2Event.StateChange) each).state())
        .containsExactly(
            "pending",
            "running",
            "stopping",
            "stopped",
            "pending",
            "running",
            "shutting-down",
            "terminated");
  }

  @Test
  void tellsAStateChangeAsEventBridgeDoes() throws Exception {
    String id = ec2.run();

    Ec2Event event = ec2.events.getLast();

    assertThat(new JsonMapper().readTree(event.json()))
        .isEqualTo(
            new JsonMapper()
                .readTree(
                    """
                    {"version": "0", "id": "%s",
                     "detail-type": "EC2 Instance State-change Notification",
                     "source": "aws.ec2", "account": "123456789012",
                     "time": "2026-11-21T08:00:00Z", "region": "eu-west-1",
                     "resources": ["arn:aws:ec2:eu-west-1:123456789012:instance/%s"],
                     "detail": {"instance-id": "%s", "state": "running"}}
                    """
                        .formatted(event.origin().id(), id, id)));
  }

  @Test
  void tellsAChangeOfTagsAsEventBridgeDoes() throws Exception {
    String id = ec2.run("kept", "1", "changed", "1", "gone", "1");
    ec2.events.clear();

    create(id, "changed", "2", "new", "1", "kept", "1");
    delete(id, "gone", null);

    assertThat(ec2.events).hasSize(2);
    assertThat(new JsonMapper().readTree(ec2.events.getFirst().json()))
        .isEqualTo(
            new JsonMapper()
                .readTree(
                    """
                    {"version": "0", "id": "%s", "detail-type": "Tag Change on Resource",
                     "source": "aws.tag", "account": "123456789012",
                     "time": "2026-11-21T08:00:00Z", "region": "eu-west-1",
                     "resources": ["arn:aws:ec2:eu-west-1:123456789012:instance/%s"],
                     "detail": {"changed-tag-keys": ["changed", "new"], "service": "ec2",
                       "resource-type": "instance", "version": 2,
                       "tags": {"kept": "1", "changed": "2", "new": "1", "gone": "1"}}}
                    """
                        .formatted(ec2.events.getFirst().origin().id(), id)));
    assertThat(((Ec2Event.TagChange) ec2.events.getLast()).changedKeys()).containsExactly("gone");
  }

  @Test
  void tellsNothingWhenNothingChanged() {
    String id = ec2.run("a", "1");
    ec2.events.clear();

    create(id, "a", "1");
    delete(id, "b", null);

    assertThat(ec2.events).isEmpty();
  }

  @Test
  void tellsTheTagsOfALaunchBetweenItsStates() {
    ec2.run("a", "1");

    assertThat(ec2.events)
        .extracting(Object::getClass)
        .containsExactly(
            Ec2Event.StateChange.class, Ec2Event.TagChange.class, Ec2Event.StateChange.class);
  }

  private void create(String id, String... pairs) {
    ec2.client.call("CreateTags", "ResourceId", List.of(id), "Tag", tags(pairs));
  }

  private void delete(String id, String... pairs) {
    ec2.client.call("DeleteTags", "ResourceId", List.of(id), "Tag", tags(pairs));
  }

  private Map<String, String> tagsOf() {
    return new TreeMap<>(ec2.service.servers("eu-west-1").getFirst().tags());
  }
}
