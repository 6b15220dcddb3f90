package io.tagwatch.local.ec2;

import io.tagwatch.local.protocol.Call;
import io.tagwatch.local.protocol.Params;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** DescribeRegions: those that every account has. */
final class RegionOperations {
  private static final List<String> REGIONS =
      List.of(
          "ap-northeast-1",
          "ap-northeast-2",
          "ap-northeast-3",
          "ap-south-1",
          "ap-southeast-1",
          "ap-southeast-2",
          "ca-central-1",
          "eu-central-1",
          "eu-north-1",
          "eu-west-1",
          "eu-west-2",
          "eu-west-3",
          "sa-east-1",
          "us-east-1",
          "us-east-2",
          "us-west-1",
          "us-west-2");

  private RegionOperations() {}

  static Map<String, Object> regions(Call call) {
    Params params =
        call.params().heeding(Set.of("RegionName", "AllRegions", "Filter", DryRun.NAME));
    List<String> wanted = params.texts("RegionName");
    for (String each : wanted) {
      if (!REGIONS.contains(each)) {
        throw Ec2Faults.invalid("Invalid region provided: " + each);
      }
    }
    Filters<String> filters =
        Filters.read(params, Map.of("region-name", List::of), ignored -> Map.of());
    DryRun.stopHere(params);
    return Map.of(
        "regionInfo",
        REGIONS.stream()
            .filter(each -> wanted.isEmpty() || wanted.contains(each))
            .filter(filters::meets)
            .map(RegionOperations::shown)
            .toList());
  }

  private static Map<String, Object> shown(String region) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("regionName", region);
    shown.put("regionEndpoint", "ec2." + region + ".amazonaws.com");
    shown.put("optInStatus", "opt-in-not-required");
    return shown;
  }
}
