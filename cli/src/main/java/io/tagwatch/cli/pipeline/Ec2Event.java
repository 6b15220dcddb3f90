package io.tagwatch.cli.pipeline;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Events as EventBridge delivers them. Shapes: EC2 user guide, "EC2 instance state change events";
 * Tagging AWS Resources user guide, "Monitor tag changes with EventBridge".
 */
final class Ec2Event {
  private static final String ACCOUNT = "123456789012";

  private final InstantSource clock;
  private final String region;

  Ec2Event(InstantSource clock, String region) {
    this.clock = clock;
    this.region = region;
  }

  ObjectNode stateChange(String instanceId, String state) {
    ObjectNode event = envelope("aws.ec2", "EC2 Instance State-change Notification", instanceId);
    event.putObject("detail").put("instance-id", instanceId).put("state", state);
    return event;
  }

  ObjectNode tagChange(String instanceId, Set<String> keys, Map<String, String> tags) {
    ObjectNode event = envelope("aws.tag", "Tag Change on Resource", instanceId);
    ObjectNode detail = event.putObject("detail");
    keys.forEach(detail.putArray("changed-tag-keys")::add);
    detail.put("service", "ec2").put("resource-type", "instance").put("version", 1);
    ObjectNode now = detail.putObject("tags");
    tags.forEach(now::put);
    return event;
  }

  private ObjectNode envelope(String source, String detailType, String instanceId) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    event.put("version", "0").put("id", UUID.randomUUID().toString());
    event.put("detail-type", detailType).put("source", source).put("account", ACCOUNT);
    event.put("time", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
    event.put("region", region);
    event
        .putArray("resources")
        .add("arn:aws:ec2:%s:%s:instance/%s".formatted(region, ACCOUNT, instanceId));
    return event;
  }
}
