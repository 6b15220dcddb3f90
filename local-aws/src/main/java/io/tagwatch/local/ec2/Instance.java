package io.tagwatch.local.ec2;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * An instance between two changes. Immutable.
 *
 * @param id such as {@code i-0abc}
 * @param place where it is and how it is reached
 * @param launch what it was launched with
 * @param state never one of the transient states
 * @param launched when it was launched or last started
 * @param changed when the state last changed
 * @param detailedMonitoring whether metrics come every minute instead of every five
 * @param tags by key
 * @param tagVersion how often the tags have changed
 */
record Instance(
    String id,
    Place place,
    Launch launch,
    InstanceState state,
    Instant launched,
    Instant changed,
    boolean detailedMonitoring,
    Map<String, String> tags,
    int tagVersion) {

  /**
   * Where an instance is.
   *
   * @param subnet such as {@code subnet-0abc}
   * @param privateIp its private address
   */
  record Place(String region, String zone, String subnet, String privateIp) {

    /** The name that EC2 derives from the address. */
    String privateDnsName() {
      String domain = region.equals("us-east-1") ? "ec2.internal" : region + ".compute.internal";
      return "ip-" + privateIp.replace('.', '-') + "." + domain;
    }
  }

  /**
   * What an instance was launched with.
   *
   * @param order the place in the order of all launches
   * @param index the place among the instances of one RunInstances
   * @param keyName null when none was named
   * @param clientToken null when none was sent
   */
  record Launch(
      String reservation,
      long order,
      int index,
      String image,
      String type,
      String keyName,
      String clientToken) {}

  Instance {
    tags = Collections.unmodifiableMap(new TreeMap<>(tags));
  }

  /** Whether it is terminated and no longer shown. */
  boolean forgotten(Instant now) {
    return state == InstanceState.TERMINATED
        && !changed.plus(Ec2Limits.TERMINATED_VISIBLE).isAfter(now);
  }

  Instance started(Instant now) {
    return with(InstanceState.RUNNING, now, now);
  }

  Instance stopped(Instant now) {
    return with(InstanceState.STOPPED, launched, now);
  }

  Instance terminated(Instant now) {
    return with(InstanceState.TERMINATED, launched, now);
  }

  private Instance with(InstanceState next, Instant launchedAt, Instant now) {
    return new Instance(
        id, place, launch, next, launchedAt, now, detailedMonitoring, tags, tagVersion);
  }

  Instance monitored(boolean detailed) {
    return new Instance(id, place, launch, state, launched, changed, detailed, tags, tagVersion);
  }

  Instance tagged(Map<String, String> newTags) {
    return new Instance(
        id, place, launch, state, launched, changed, detailedMonitoring, newTags, tagVersion + 1);
  }
}
