package io.tagwatch.local.ec2;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Instances in the shapes of the API. */
final class InstanceShape {
  private static final DateTimeFormatter GMT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'GMT'").withZone(ZoneOffset.UTC);

  /** What no caller can choose here, and every instance of AWS has in some form. */
  private static final Map<String, Object> MACHINE =
      new TreeMap<>(
          Map.of(
              "architecture",
              "x86_64",
              "rootDeviceType",
              "ebs",
              "rootDeviceName",
              "/dev/xvda",
              "virtualizationType",
              "hvm",
              "hypervisor",
              "xen",
              "ebsOptimized",
              false,
              "blockDeviceMapping",
              List.of(),
              "networkInterfaceSet",
              List.of(),
              "groupSet",
              List.of(),
              "productCodes",
              List.of()));

  private InstanceShape() {}

  static Map<String, Object> of(Instance instance) {
    return of(instance, instance.state());
  }

  /**
   * @param state as it is to be shown, which may be one that the instance only passes through
   */
  static Map<String, Object> of(Instance instance, InstanceState state) {
    Instance.Launch launch = instance.launch();
    Instance.Place place = instance.place();
    boolean gone = state == InstanceState.TERMINATED;
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("instanceId", instance.id());
    shown.put("imageId", launch.image());
    shown.put("instanceState", state.shown());
    shown.put("privateDnsName", gone ? "" : place.privateDnsName());
    shown.put("dnsName", "");
    shown.put("reason", reason(state, instance.changed()));
    shown.put("keyName", launch.keyName());
    shown.put("amiLaunchIndex", launch.index());
    shown.put("instanceType", launch.type());
    shown.put("launchTime", instance.launched());
    shown.put(
        "placement",
        Map.of("availabilityZone", place.zone(), "groupName", "", "tenancy", "default"));
    shown.put("monitoring", monitoring(instance.detailedMonitoring() ? "enabled" : "disabled"));
    if (!gone) {
      shown.put("subnetId", place.subnet());
      shown.put("vpcId", vpcOf(place.region()));
      shown.put("privateIpAddress", place.privateIp());
    }
    shown.put("stateReason", stateReason(state));
    shown.put("clientToken", launch.clientToken() == null ? "" : launch.clientToken());
    shown.put("tagSet", tags(instance.tags()));
    shown.putAll(MACHINE);
    return shown;
  }

  private static Map<String, Object> stateReason(InstanceState state) {
    return switch (state) {
      case PENDING -> reason("pending", "pending");
      case STOPPING, STOPPED, SHUTTING_DOWN, TERMINATED ->
          reason(
              "Client.UserInitiatedShutdown",
              "Client.UserInitiatedShutdown: User initiated shutdown");
      case RUNNING -> null;
    };
  }

  private static Map<String, Object> reason(String code, String message) {
    Map<String, Object> reason = new LinkedHashMap<>();
    reason.put("code", code);
    reason.put("message", message);
    return reason;
  }

  private static String reason(InstanceState state, Instant changed) {
    return switch (state) {
      case PENDING, RUNNING -> "";
      default -> "User initiated (" + GMT.format(changed) + ")";
    };
  }

  static Map<String, Object> monitoring(String state) {
    return Map.of("state", state);
  }

  static List<Map<String, String>> tags(Map<String, String> tags) {
    return tags.entrySet().stream()
        .map(
            each -> {
              Map<String, String> tag = new LinkedHashMap<>();
              tag.put("key", each.getKey());
              tag.put("value", each.getValue());
              return tag;
            })
        .toList();
  }

  /** One reservation with those of its instances that are to be shown. */
  static Map<String, Object> reservation(
      String account, String id, List<Map<String, Object>> instances) {
    Map<String, Object> reservation = new LinkedHashMap<>();
    reservation.put("reservationId", id);
    reservation.put("ownerId", account);
    reservation.put("groupSet", List.of());
    reservation.put("instancesSet", instances);
    return reservation;
  }

  /** Each region has one default network, always of the same id. */
  private static String vpcOf(String region) {
    return "vpc-0%016x".formatted(Integer.toUnsignedLong(region.hashCode()));
  }
}
