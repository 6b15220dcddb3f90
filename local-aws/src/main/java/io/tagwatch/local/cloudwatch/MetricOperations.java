package io.tagwatch.local.cloudwatch;

import io.tagwatch.local.engine.ListedMetric;
import io.tagwatch.local.engine.MetricKey;
import io.tagwatch.local.protocol.AwsFault;
import io.tagwatch.local.protocol.Call;
import io.tagwatch.local.protocol.PageToken;
import io.tagwatch.local.protocol.Params;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** PutMetricData and ListMetrics. What was put can be read and listed at once. */
final class MetricOperations {
  private static final Set<String> MEMBERS =
      Set.of(
          "Namespace",
          "MetricName",
          "Dimensions",
          "NextToken",
          "RecentlyActive",
          "IncludeLinkedAccounts",
          "OwningAccount");

  private static final Supplier<AwsFault> INVALID_TOKEN =
      () -> Faults.invalidValue("Request parameter NextToken is invalid");

  private final CloudRegions regions;
  private final String account;
  private final InstantSource clock;

  MetricOperations(CloudRegions regions, String account, InstantSource clock) {
    this.regions = regions;
    this.account = account;
    this.clock = clock;
  }

  Map<String, Object> put(Call call) {
    Instant now = clock.instant();
    List<Datum> data = DatumForm.read(call.params(), now);
    CloudRegion region = regions.region(call.region());
    data.forEach(datum -> datum.put(region.metrics(), now));
    regions.journal().add(call.region(), data, now);
    return Map.of();
  }

  /** By namespace, name and dimensions; those without data for two weeks are not listed. */
  Map<String, Object> list(Call call) {
    Params params = call.params().heeding(MEMBERS);
    check(params);
    Optional<Integer> skip = PageToken.position(call, INVALID_TOKEN).map(Integer::parseInt);
    List<MetricKey> metrics =
        regions
            .region(call.region())
            .metrics()
            .list()
            .filter(activity(params))
            .map(ListedMetric::metric)
            .filter(filter(params))
            .sorted()
            .skip(skip.orElse(0))
            .limit(Limits.METRICS_PER_PAGE + 1L)
            .toList();
    List<MetricKey> page = metrics.subList(0, Math.min(Limits.METRICS_PER_PAGE, metrics.size()));
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("Metrics", page.stream().map(MetricOperations::described).toList());
    if (metrics.size() > page.size()) {
      int next = skip.orElse(0) + page.size();
      result.put("NextToken", PageToken.after(Integer.toString(next), call));
    }
    return result;
  }

  private void check(Params params) {
    params.text("Namespace").ifPresent(Namespaces::check);
    DatumForm.checkSize(
        "Dimensions", params.structures("Dimensions").size(), Limits.DIMENSION_FILTERS);
    params
        .text("RecentlyActive")
        .filter(text -> !text.equals("PT3H"))
        .ifPresent(
            text -> {
              throw Faults.invalidValue(
                  "The value " + text + " for parameter RecentlyActive is invalid.");
            });
    if (params.flag("IncludeLinkedAccounts").orElse(false)
        || params.text("OwningAccount").filter(other -> !other.equals(account)).isPresent()) {
      throw Faults.invalidValue("Linked accounts are not modelled by the embedded cloud.");
    }
  }

  private Predicate<ListedMetric> activity(Params params) {
    Duration age = params.has("RecentlyActive") ? Limits.RECENTLY_ACTIVE : Limits.METRIC_LISTED;
    Instant horizon = clock.instant().minus(age);
    return metric -> !metric.lastActivity().isBefore(horizon);
  }

  private static Predicate<MetricKey> filter(Params params) {
    Optional<String> namespace = params.text("Namespace");
    Optional<String> name = params.text("MetricName");
    List<Params> dimensions = params.structures("Dimensions");
    dimensions.forEach(dimension -> dimension.heeding(Set.of("Name", "Value")));
    return metric ->
        (namespace.isEmpty() || metric.namespace().equals(namespace.get()))
            && (name.isEmpty() || metric.name().equals(name.get()))
            && dimensions.stream().allMatch(dimension -> has(metric, dimension));
  }

  private static boolean has(MetricKey metric, Params filter) {
    String value = metric.dimensions().get(filter.requiredText("Name"));
    return value != null && filter.text("Value").stream().allMatch(value::equals);
  }

  private static Map<String, Object> described(MetricKey metric) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("Namespace", metric.namespace());
    result.put("MetricName", metric.name());
    result.put("Dimensions", Dimensions.described(metric.dimensions()));
    return result;
  }
}
