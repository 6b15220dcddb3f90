package io.tagwatch.local.ec2;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * What EventBridge would be told of an instance. See "State change events for your instances" in
 * the EC2 user guide and "Tag change events on AWS resources" in the tagging guide.
 */
public sealed interface Ec2Event {

  /**
   * When and where an event happened.
   *
   * @param id of the event
   * @param account twelve digits
   * @param region such as {@code eu-west-1}
   * @param time told in whole seconds
   */
  record Origin(String id, String account, String region, Instant time) {}

  Origin origin();

  /** Which instance, such as {@code i-0abc}. */
  String instanceId();

  /** The event as EventBridge hands it on. */
  String json();

  /**
   * An instance came into a state.
   *
   * @param state as EC2 spells it, such as {@code shutting-down}
   */
  record StateChange(Origin origin, String instanceId, String state) implements Ec2Event {
    @Override
    public String json() {
      Map<String, Object> detail = new LinkedHashMap<>();
      detail.put("instance-id", instanceId);
      detail.put("state", state);
      return print(this, "EC2 Instance State-change Notification", "aws.ec2", detail);
    }
  }

  /**
   * The tags of an instance changed.
   *
   * @param changedKeys those added, changed or removed, in their order
   * @param tags all that it has now
   * @param version how often they have changed
   */
  record TagChange(
      Origin origin,
      String instanceId,
      List<String> changedKeys,
      SortedMap<String, String> tags,
      int version)
      implements Ec2Event {
    @Override
    public String json() {
      Map<String, Object> detail = new LinkedHashMap<>();
      detail.put("changed-tag-keys", changedKeys);
      detail.put("service", "ec2");
      detail.put("resource-type", "instance");
      detail.put("version", version);
      detail.put("tags", tags);
      return print(this, "Tag Change on Resource", "aws.tag", detail);
    }
  }

  private static String print(
      Ec2Event event, String type, String source, Map<String, Object> detail) {
    Origin origin = event.origin();
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("version", "0");
    tree.put("id", origin.id());
    tree.put("detail-type", type);
    tree.put("source", source);
    tree.put("account", origin.account());
    tree.put("time", origin.time().truncatedTo(ChronoUnit.SECONDS).toString());
    tree.put("region", origin.region());
    tree.put(
        "resources",
        List.of(
            "arn:aws:ec2:%s:%s:instance/%s"
                .formatted(origin.region(), origin.account(), event.instanceId())));
    tree.put("detail", detail);
    try {
      return new JsonMapper().writeValueAsString(tree);
    } catch (JacksonException e) {
      throw new IllegalStateException("Texts can always be written", e);
    }
  }
}
