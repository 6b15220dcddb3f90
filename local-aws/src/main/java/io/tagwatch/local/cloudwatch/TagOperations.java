package io.tagwatch.local.cloudwatch;

import io.tagwatch.local.protocol.Call;
import io.tagwatch.local.protocol.Params;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The tags of alarms. The caller holds the service's lock. */
final class TagOperations {
  private final CloudRegions regions;
  private final String account;

  TagOperations(CloudRegions regions, String account) {
    this.regions = regions;
    this.account = account;
  }

  Map<String, Object> tag(Call call) {
    Params params = call.params().heeding(Set.of("ResourceARN", "Tags"));
    Constraints constraints = new Constraints();
    constraints.on(params).required("ResourceARN", "Tags").tags();
    constraints.check();
    AlarmRecord record = record(call);
    Map<String, String> tags = new LinkedHashMap<>(record.tags());
    tags.putAll(Tags.read(params));
    Tags.checkNumber(tags);
    keep(call, record.withTags(tags));
    return Map.of();
  }

  Map<String, Object> untag(Call call) {
    Params params = call.params().heeding(Set.of("ResourceARN", "TagKeys"));
    Constraints constraints = new Constraints();
    constraints.on(params).required("ResourceARN", "TagKeys");
    constraints.check();
    AlarmRecord record = record(call);
    Map<String, String> tags = new LinkedHashMap<>(record.tags());
    tags.keySet().removeAll(params.texts("TagKeys"));
    keep(call, record.withTags(tags));
    return Map.of();
  }

  Map<String, Object> list(Call call) {
    Constraints constraints = new Constraints();
    constraints.on(call.params().heeding(Set.of("ResourceARN"))).required("ResourceARN");
    constraints.check();
    return Map.of("Tags", Tags.described(record(call).tags()));
  }

  private void keep(Call call, AlarmRecord record) {
    regions.region(call.region()).alarms().put(record);
  }

  private AlarmRecord record(Call call) {
    String arn = call.params().requiredText("ResourceARN");
    return Arns.alarmName(arn, call.region(), account)
        .flatMap(regions.region(call.region()).alarms()::find)
        .orElseThrow(() -> Faults.noSuchResource(arn));
  }
}
