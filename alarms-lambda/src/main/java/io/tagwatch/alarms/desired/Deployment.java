package io.tagwatch.alarms.desired;

import java.time.Instant;
import java.util.Optional;

/**
 * What all alarms of a run have in common.
 *
 * @param name whose alarms they are
 * @param topicArn where state changes are sent; empty for nowhere
 * @param region for EC2 actions, such as {@code eu-west-1}
 * @param namespace the first part of the namespaces of Tagwatch's own metrics
 * @param now the time of the run
 */
public record Deployment(
    String name, Optional<String> topicArn, String region, String namespace, Instant now) {

  /** Where uptime-lambda publishes. */
  public String uptimeNamespace() {
    return namespace + "/Uptime";
  }
}
