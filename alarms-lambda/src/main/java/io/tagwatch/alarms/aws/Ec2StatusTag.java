package io.tagwatch.alarms.aws;

import io.tagwatch.alarms.fleet.Failure;
import io.tagwatch.alarms.fleet.StatusTag;
import io.tagwatch.alarms.tag.ServerTags;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;

/** The status tag through CreateTags and DeleteTags. */
final class Ec2StatusTag implements StatusTag {
  private final SignedQuery query;

  Ec2StatusTag(SignedQuery query) {
    this.query = query;
  }

  @Override
  public Optional<Failure> set(String serverId, String text) {
    return call(
        "CreateTags",
        Map.of("ResourceId.1", serverId, "Tag.1.Key", ServerTags.STATUS, "Tag.1.Value", text));
  }

  @Override
  public Optional<Failure> remove(String serverId) {
    return call("DeleteTags", Map.of("ResourceId.1", serverId, "Tag.1.Key", ServerTags.STATUS));
  }

  private Optional<Failure> call(String action, Map<String, String> parameters) {
    try {
      query.call(action, parameters);
      return Optional.empty();
    } catch (SdkException e) {
      return Optional.of(Faults.failure("ec2", action, e));
    }
  }
}
