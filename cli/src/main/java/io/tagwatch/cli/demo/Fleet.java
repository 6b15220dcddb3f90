package io.tagwatch.cli.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.InstanceType;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

/** The servers of the story, through the EC2 API. Not thread-safe. */
final class Fleet {
  private static final String IMAGE = "ami-0123456789abcdef0";

  private final Ec2Client ec2;
  private final Map<String, String> ids = new LinkedHashMap<>();

  Fleet(Ec2Client ec2) {
    this.ec2 = ec2;
  }

  /** Launches one server with detailed monitoring, so that its metrics come every minute. */
  void launch(String name, Map<String, String> tags) {
    Map<String, String> all = new LinkedHashMap<>(Map.of("Name", name));
    all.putAll(tags);
    TagSpecification specification =
        TagSpecification.builder().resourceType(ResourceType.INSTANCE).tags(asTags(all)).build();
    String id =
        ec2.runInstances(
                r ->
                    r.imageId(IMAGE)
                        .instanceType(InstanceType.T3_LARGE)
                        .minCount(1)
                        .maxCount(1)
                        .monitoring(m -> m.enabled(true))
                        .tagSpecifications(specification))
            .instances()
            .getFirst()
            .instanceId();
    ids.put(name, id);
  }

  void tag(String name, String key, String value) {
    ec2.createTags(r -> r.resources(id(name)).tags(asTags(Map.of(key, value))));
  }

  void untag(String name, String key) {
    ec2.deleteTags(r -> r.resources(id(name)).tags(Tag.builder().key(key).build()));
  }

  /** The value of a tag; empty when the server does not have it. */
  Optional<String> tagOf(String name, String key) {
    return ec2.describeInstances(r -> r.instanceIds(id(name))).reservations().stream()
        .flatMap(reservation -> reservation.instances().getFirst().tags().stream())
        .filter(tag -> tag.key().equals(key))
        .map(Tag::value)
        .findFirst();
  }

  void terminate(String name) {
    ec2.terminateInstances(r -> r.instanceIds(id(name)));
  }

  String id(String name) {
    return ids.get(name);
  }

  /** The names of those that run. */
  List<String> running() {
    List<String> running =
        ec2.describeInstances().reservations().stream()
            .flatMap(reservation -> reservation.instances().stream())
            .filter(instance -> instance.state().nameAsString().equals("running"))
            .map(instance -> instance.instanceId())
            .toList();
    return ids.keySet().stream().filter(name -> running.contains(ids.get(name))).toList();
  }

  private static List<Tag> asTags(Map<String, String> tags) {
    return tags.entrySet().stream()
        .map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
        .toList();
  }
}
