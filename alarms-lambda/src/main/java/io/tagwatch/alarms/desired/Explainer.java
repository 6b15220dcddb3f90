package io.tagwatch.alarms.desired;

import io.tagwatch.alarms.desired.Explanation.Absence;
import io.tagwatch.alarms.desired.Explanation.Origins;
import io.tagwatch.alarms.desired.Explanation.Row;
import io.tagwatch.alarms.fleet.Server;
import io.tagwatch.alarms.fleet.ServerState;
import io.tagwatch.alarms.rule.AlarmRule;
import io.tagwatch.alarms.rule.AlarmsConfig;
import io.tagwatch.alarms.rule.MissingMode;
import io.tagwatch.alarms.rule.Monitoring;
import io.tagwatch.alarms.rule.Profile;
import io.tagwatch.alarms.rule.Settings;
import io.tagwatch.alarms.rule.StoppedPolicy;
import io.tagwatch.alarms.rule.SubjectKind;
import io.tagwatch.alarms.tag.ServerTags;
import io.tagwatch.alarms.tag.ServerTags.AlarmKey;
import io.tagwatch.alarms.tag.Wish;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Explains the alarms of one server. Pure; from the same rules, tags and series as a run. */
public final class Explainer {
  private final AlarmsConfig config;
  private final Server server;
  private final SeriesCatalog catalog;
  private final Instant now;
  private final ServerTags tags;
  private final AppliedRules applied;
  private final List<Row> rows = new ArrayList<>();
  private final List<Absence> absent = new ArrayList<>();

  public Explainer(AlarmsConfig config, Server server, SeriesCatalog catalog, Instant now) {
    this.config = config;
    this.server = server;
    this.catalog = catalog;
    this.now = now;
    this.tags = ServerTags.read(server, config);
    this.applied = AppliedRules.of(server, tags, config);
  }

  /** Looks at every rule about servers. */
  public Explanation explain() {
    Optional<String> none = withoutAnyAlarm();
    for (AlarmRule rule : config.rules().values()) {
      if (rule.subject() != SubjectKind.SERVERS) {
        continue;
      }
      if (none.isPresent()) {
        absent.add(new Absence(rule.name(), none.get()));
      } else if (!applied.contains(rule)) {
        absent.add(new Absence(rule.name(), whyNotApplied(rule)));
      } else {
        rule(rule);
      }
    }
    return new Explanation(server, rows, absent, tags.rejected());
  }

  private Optional<String> withoutAnyAlarm() {
    if (server.state().isGone()) {
      return Optional.of("the server is " + server.state().word());
    }
    if (tags.off()) {
      return Optional.of("tag tagwatch is off");
    }
    return server.state() == ServerState.STOPPED && config.stopped() == StoppedPolicy.DELETE
        ? Optional.of("the server is stopped, and alarms.yaml says stopped: delete")
        : Optional.empty();
  }

  private String whyNotApplied(AlarmRule rule) {
    List<String> reasons = new ArrayList<>();
    for (Profile profile : config.profiles().values()) {
      if (profile.alarms().contains(rule.name())) {
        reasons.add(
            "profile "
                + profile.name()
                + ": "
                + profile
                    .servers()
                    .map(selector -> String.join(", ", selector.refusals(server)))
                    .orElse("only through the tag tagwatch:profiles"));
      }
    }
    return reasons.isEmpty() ? "no profile has it" : String.join("; ", reasons);
  }

  private void rule(AlarmRule rule) {
    if (catalog.isUnreadable(rule)) {
      absent.add(new Absence(rule.name(), "its series could not be listed"));
      return;
    }
    RuleSeries series = new RuleSeries(rule, server.id(), catalog);
    if (series.dimensions().isEmpty()) {
      withoutSeries(rule, series);
    }
    series.dimensions().keySet().forEach(id -> alarm(rule, id, series));
  }

  /** What would be there if its metric were, and is missed; or nothing where it is optional. */
  private void withoutSeries(AlarmRule rule, RuleSeries series) {
    String reason =
        series.problems().stream()
            .findFirst()
            .map(Finding::problem)
            .orElse("this server does not have the metric " + rule.measure().label());
    Wishes wishes = Wishes.of(tags, rule, "");
    Optional<AlarmKey> off = wishes.offBy();
    if (off.isPresent()) {
      absent.add(new Absence(rule.name(), "tag " + off.get().tag() + " is off"));
    } else if (rule.optional()) {
      absent.add(new Absence(rule.name(), reason));
    } else {
      rows.add(row(rule, "", wishes, settings -> Optional.of(reason)));
    }
  }

  private void alarm(AlarmRule rule, String series, RuleSeries listed) {
    String label = series.isEmpty() ? rule.name() : rule.name() + ":" + series;
    Wishes wishes = Wishes.of(tags, rule, series);
    Optional<AlarmKey> off = wishes.offBy();
    if (off.isPresent()) {
      absent.add(new Absence(label, "tag " + off.get().tag() + " is off"));
      return;
    }
    rows.add(row(rule, series, wishes, settings -> obstacle(rule, listed, settings, series)));
  }

  private Row row(
      AlarmRule rule, String series, Wishes wishes, Function<Settings, Optional<String>> obstacle) {
    Settings settings = wishes.applyTo(rule.settingsFor(server.instanceType()));
    int period = settings.period().secondsFor(server.detailedMonitoring());
    return new Row(
        series.isEmpty() ? rule.name() : rule.name() + ":" + series,
        rule.name(),
        settings,
        period,
        origins(rule, wishes),
        obstacle.apply(settings));
  }

  private Origins origins(AlarmRule rule, Wishes wishes) {
    String profile = "profile " + applied.profiles().get(rule.name()).name();
    return new Origins(
        profile,
        origin(wishes, wish -> wish.critical().isPresent(), profile),
        origin(wishes, wish -> wish.datapoints().isPresent(), profile),
        origin(wishes, wish -> wish.period().isPresent(), profile),
        origin(wishes, wish -> wish.statistic().isPresent(), profile),
        origin(wishes, wish -> wish.missing().isPresent(), profile));
  }

  private static String origin(Wishes wishes, Predicate<Wish> says, String otherwise) {
    return wishes.lastThat(says).map(key -> "tag " + key.tag()).orElse(otherwise);
  }

  private Optional<String> obstacle(
      AlarmRule rule, RuleSeries listed, Settings settings, String series) {
    if (tags.muteUntil().filter(until -> until.isAfter(now)).isPresent()) {
      return Optional.of("muted until " + tags.muteUntil().get());
    }
    if (server.state() == ServerState.STOPPED && config.stopped() == StoppedPolicy.MUTE) {
      return Optional.of("the server is stopped, and alarms.yaml says stopped: mute");
    }
    boolean silenceFires = settings.missing() == MissingMode.BREACHING;
    if (server.state() == ServerState.STOPPED && !silenceFires) {
      return Optional.of("the server is stopped");
    }
    if (listed.isQuiet(series) && !silenceFires) {
      return Optional.of("no data in three hours; is the agent running?");
    }
    return tooShort(rule, settings.period().secondsFor(server.detailedMonitoring()));
  }

  private Optional<String> tooShort(AlarmRule rule, int period) {
    return rule.measure().metrics().stream()
        .filter(metric -> metric.isFromEc2())
        .mapToInt(m -> Monitoring.publishedEvery(m.name(), server.detailedMonitoring()))
        .filter(published -> period < published)
        .mapToObj(
            published ->
                "its period of "
                    + period
                    + " s is shorter than the "
                    + published
                    + " s between datapoints")
        .findFirst();
  }
}
