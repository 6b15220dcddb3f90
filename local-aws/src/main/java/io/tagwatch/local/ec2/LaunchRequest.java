package io.tagwatch.local.ec2;

import io.tagwatch.local.protocol.Params;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What RunInstances asks for, checked.
 *
 * @param count how many instances
 * @param image the image id
 * @param type the instance type; {@code m1.small} when none is named, as AWS has it
 * @param zone the availability zone; the region's first when none is named
 * @param subnet the subnet; one that goes with the zone when none is named
 * @param privateIp the private address; the next free one when empty
 * @param detailedMonitoring whether metrics come every minute
 * @param keyName the key pair's name
 * @param clientToken makes repeats of a call harmless
 * @param tags of each instance
 */
record LaunchRequest(
    int count,
    String image,
    String type,
    String zone,
    String subnet,
    Optional<String> privateIp,
    boolean detailedMonitoring,
    Optional<String> keyName,
    Optional<String> clientToken,
    Map<String, String> tags) {
  private static final Set<String> MEMBERS =
      Set.of(
          "ImageId",
          "InstanceType",
          "MinCount",
          "MaxCount",
          "Placement",
          "SubnetId",
          "PrivateIpAddress",
          "Monitoring",
          "KeyName",
          "ClientToken",
          "TagSpecification",
          "DryRun");
  private static final Pattern IMAGE = Pattern.compile("ami-[0-9A-Za-z-]+");
  private static final Pattern TYPE = Pattern.compile("[a-z0-9-]+\\.[a-z0-9-]+");
  private static final Pattern SUBNET = Pattern.compile("subnet-[0-9A-Za-z-]+");
  private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}");

  static LaunchRequest read(Params params, String region) {
    params.heeding(MEMBERS);
    String image = params.text("ImageId").orElseThrow(() -> Ec2Faults.missing("ImageId"));
    if (!IMAGE.matcher(image).matches()) {
      throw Ec2Faults.malformedImage(image);
    }
    String type = matching(params, "InstanceType", TYPE).orElse("m1.small");
    String zone = zone(params, region);
    Optional<String> address = matching(params, "PrivateIpAddress", ADDRESS);
    int count = count(params);
    if (address.isPresent() && count > 1) {
      throw Ec2Faults.combination("PrivateIpAddress", "MaxCount");
    }
    return new LaunchRequest(
        count,
        image,
        type,
        zone,
        matching(params, "SubnetId", SUBNET).orElseGet(() -> subnetOf(zone)),
        address,
        params
            .structure("Monitoring")
            .map(each -> each.heeding(Set.of("Enabled")))
            .flatMap(each -> each.flag("Enabled"))
            .orElse(false),
        params.text("KeyName"),
        params.text("ClientToken").filter(token -> !token.isEmpty()),
        TagMembers.ofLaunch(params));
  }

  private static int count(Params params) {
    int least = params.integer("MinCount").orElseThrow(() -> Ec2Faults.missing("MinCount"));
    int most = params.integer("MaxCount").orElseThrow(() -> Ec2Faults.missing("MaxCount"));
    if (least < 1) {
      throw Ec2Faults.invalid("minCount", least, "Minimum value is 1.");
    }
    if (most < least) {
      throw Ec2Faults.invalid(
          "maxCount",
          most,
          "It must be greater than or equal to minCount, which is " + least + ".");
    }
    if (least > Ec2Limits.INSTANCES_PER_LAUNCH) {
      throw Ec2Faults.tooManyInstances();
    }
    return Math.min(most, Ec2Limits.INSTANCES_PER_LAUNCH);
  }

  private static String zone(Params params, String region) {
    String zone =
        params
            .structure("Placement")
            .map(each -> each.heeding(Set.of("AvailabilityZone")))
            .flatMap(each -> each.text("AvailabilityZone"))
            .orElse(region + "a");
    if (!zone.matches(Pattern.quote(region) + "[a-f]")) {
      throw Ec2Faults.invalid("Invalid availability zone: [" + zone + "]");
    }
    return zone;
  }

  private static Optional<String> matching(Params params, String name, Pattern pattern) {
    Optional<String> value = params.text(name);
    if (value.isPresent() && !pattern.matcher(value.get()).matches()) {
      throw Ec2Faults.invalid("Invalid value '" + value.get() + "' for " + name + ".");
    }
    return value;
  }

  /** Each zone has one default subnet, always of the same id. */
  private static String subnetOf(String zone) {
    return "subnet-0%016x".formatted(Integer.toUnsignedLong(zone.hashCode()));
  }
}
