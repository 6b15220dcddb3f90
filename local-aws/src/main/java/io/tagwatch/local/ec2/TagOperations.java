package io.tagwatch.local.ec2;

import io.tagwatch.local.protocol.Call;
import io.tagwatch.local.protocol.Params;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** CreateTags, DeleteTags, DescribeTags. */
final class TagOperations {
  private static final Set<String> WRITE = Set.of("ResourceId", "Tag", DryRun.NAME);

  private final Instances instances;
  private final EventTeller events;

  TagOperations(Instances instances, EventTeller events) {
    this.instances = instances;
    this.events = events;
  }

  Map<String, Object> create(Call call) {
    Params params = call.params().heeding(WRITE);
    Map<String, String> added = TagMembers.read(params.structures("Tag"));
    if (added.isEmpty()) {
      throw Ec2Faults.missing("tagSet");
    }
    return retag(
        call,
        tags -> {
          tags.putAll(added);
          TagMembers.requireFew(tags);
          return tags;
        });
  }

  /** A tag that names a value is deleted only if it has that value; no tags at all means all. */
  Map<String, Object> delete(Call call) {
    List<Params> unwanted = call.params().heeding(WRITE).structures("Tag");
    unwanted.forEach(TagOperations::requireDeletable);
    return retag(
        call,
        tags -> {
          if (unwanted.isEmpty()) {
            tags.clear();
          }
          for (Params each : unwanted) {
            String key = each.text("Key").orElse("");
            if (!each.has("Value") || each.text("Value").orElse("").equals(tags.get(key))) {
              tags.remove(key);
            }
          }
          return tags;
        });
  }

  private static void requireDeletable(Params tag) {
    TagMembers.requireFree(
        tag.heeding(Set.of("Key", "Value"))
            .text("Key")
            .orElseThrow(() -> Ec2Faults.missing("Tag.Key")));
  }

  private Map<String, Object> retag(Call call, UnaryOperator<Map<String, String>> change) {
    List<String> ids = resources(call.params());
    UnaryOperator<Instance> tagged =
        before -> {
          Map<String, String> tags = change.apply(new TreeMap<>(before.tags()));
          return tags.equals(before.tags()) ? before : before.tagged(tags);
        };
    instances.named(call.region(), ids).forEach(tagged::apply);
    DryRun.stopHere(call.params());
    instances
        .change(call.region(), ids, tagged)
        .forEach(each -> events.tags(new TreeMap<>(each.before().tags()), each.after()));
    return Map.of("return", true);
  }

  private static List<String> resources(Params params) {
    List<String> ids = params.texts("ResourceId");
    if (ids.isEmpty()) {
      throw Ec2Faults.missing("resourceIdSet");
    }
    if (ids.size() > Ec2Limits.RESOURCES_PER_TAGGING) {
      throw Ec2Faults.invalid(
          "At most " + Ec2Limits.RESOURCES_PER_TAGGING + " resources can be tagged at once.");
    }
    for (String id : ids) {
      if (!id.startsWith("i-")) {
        throw Ec2Faults.notAnInstance(id);
      }
    }
    return ids;
  }

  /** One tag of one instance. */
  private record TagOfInstance(String instance, String key, String value) {}

  private static final Map<String, Function<TagOfInstance, List<String>>> FIELDS =
      Map.of(
          "resource-id", each -> List.of(each.instance()),
          "resource-type", each -> List.of("instance"),
          "key", each -> List.of(each.key()),
          "value", each -> List.of(each.value()));

  Map<String, Object> describe(Call call) {
    Params params = call.params().heeding(Set.of("Filter", "MaxResults", "NextToken", DryRun.NAME));
    Filters<TagOfInstance> filters =
        Filters.read(params, FIELDS, each -> Map.of(each.key(), each.value()));
    DryRun.stopHere(params);
    List<TagOfInstance> found =
        instances.in(call.region()).stream()
            .sorted(java.util.Comparator.comparing(Instance::id))
            .flatMap(
                instance ->
                    instance.tags().entrySet().stream()
                        .map(tag -> new TagOfInstance(instance.id(), tag.getKey(), tag.getValue())))
            .filter(filters::meets)
            .toList();
    Page<TagOfInstance> page = Page.of(call, found, each -> each.instance() + " " + each.key());
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("tagSet", page.items().stream().map(TagOperations::shown).toList());
    page.addTokenTo(answer);
    return answer;
  }

  private static Map<String, Object> shown(TagOfInstance tag) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("resourceId", tag.instance());
    shown.put("resourceType", "instance");
    shown.put("key", tag.key());
    shown.put("value", tag.value());
    return shown;
  }
}
