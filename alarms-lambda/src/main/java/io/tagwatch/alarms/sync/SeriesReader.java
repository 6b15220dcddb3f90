package io.tagwatch.alarms.sync;

import io.tagwatch.alarms.desired.SeriesCatalog;
import io.tagwatch.alarms.desired.SeriesJoin;
import io.tagwatch.alarms.fleet.Failure;
import io.tagwatch.alarms.fleet.Listing;
import io.tagwatch.alarms.fleet.MetricName;
import io.tagwatch.alarms.fleet.Series;
import io.tagwatch.alarms.fleet.SeriesSource;
import io.tagwatch.alarms.rule.AlarmRule;
import io.tagwatch.alarms.rule.AlarmsConfig;
import io.tagwatch.alarms.rule.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Lists the agent series that the rules need and files them by server. */
final class SeriesReader {
  private final SeriesSource source;
  private final SeriesJoin join;
  private final Set<MetricName> needed;
  private final SeriesCatalog catalog = new SeriesCatalog();
  private final List<Failure> failures = new ArrayList<>();

  SeriesReader(SeriesSource source, SeriesJoin join, AlarmsConfig config) {
    this.source = source;
    this.join = join;
    this.needed = new TreeSet<>();
    config.profiles().values().stream()
        .flatMap(profile -> profile.alarms().stream())
        .map(config.rules()::get)
        .forEach(this::need);
  }

  private void need(AlarmRule rule) {
    rule.measure().inputs().stream()
        .filter(rule::isListed)
        .map(Measure.Input::metric)
        .forEach(needed::add);
  }

  /** The series of all servers, metric by metric. */
  void readAll() {
    for (MetricName metric : needed) {
      file(metric, source.active(metric));
    }
  }

  /** The series of a few servers, in one listing each; needs series that carry InstanceId. */
  void readOf(Set<String> serverIds) {
    if (needed.isEmpty()) {
      return;
    }
    for (String id : serverIds) {
      Listing<Series> listing = source.activeOf(id);
      if (listing instanceof Listing.Incomplete<Series> incomplete) {
        failures.add(incomplete.failure());
        needed.forEach(catalog::markUnreadable);
      }
      listing.items().stream()
          .filter(series -> needed.contains(series.metric()))
          .forEach(this::addActive);
    }
  }

  /**
   * Keeps the series of alarms that are there, as long as CloudWatch knows them.
   *
   * @param candidates by metric, the servers and series of alarms without an active series
   * @return true when at least one was kept or could not be looked up
   */
  boolean retain(Map<MetricName, List<QuietSeries>> candidates) {
    boolean changed = false;
    for (Map.Entry<MetricName, List<QuietSeries>> entry : candidates.entrySet()) {
      Listing<Series> known = source.known(entry.getKey());
      if (known instanceof Listing.Incomplete<Series> incomplete) {
        failures.add(incomplete.failure());
        catalog.markUnreadable(entry.getKey());
        changed = true;
      } else {
        Set<Series> all = Set.copyOf(known.items());
        for (QuietSeries candidate : entry.getValue()) {
          if (all.contains(candidate.series())) {
            catalog.addQuiet(candidate.serverId(), candidate.series());
            changed = true;
          }
        }
      }
    }
    return changed;
  }

  SeriesCatalog catalog() {
    return catalog;
  }

  List<Failure> failures() {
    return failures;
  }

  private void file(MetricName metric, Listing<Series> listing) {
    if (listing instanceof Listing.Incomplete<Series> incomplete) {
      failures.add(incomplete.failure());
      catalog.markUnreadable(metric);
      return;
    }
    listing.items().forEach(this::addActive);
  }

  private void addActive(Series series) {
    join.serverOf(series).ifPresent(id -> catalog.addActive(id, series));
  }
}
