package io.tagwatch.cli.config;

import io.tagwatch.alarms.alarm.Alarm;
import io.tagwatch.alarms.desired.CheckMetrics;
import io.tagwatch.alarms.desired.Deployment;
import io.tagwatch.alarms.desired.DesiredAlarm;
import io.tagwatch.alarms.desired.DesiredBuilder;
import io.tagwatch.alarms.desired.SeriesCatalog;
import io.tagwatch.alarms.rule.AlarmsConfig;
import io.tagwatch.alarms.sync.MonthlyPrice;
import io.tagwatch.cli.check.CheckCost;
import io.tagwatch.cli.check.CheckCostText;
import io.tagwatch.common.config.ConfigException;
import io.tagwatch.common.config.ConfigFile;
import io.tagwatch.common.config.Node;
import io.tagwatch.common.config.Place;
import io.tagwatch.common.config.Problem;
import io.tagwatch.common.config.Problems;
import io.tagwatch.notify.config.ChannelsConfig;
import io.tagwatch.uptime.check.Check;
import io.tagwatch.uptime.check.ChecksConfig;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The three files of a deployment, as documents. */
public record Configuration(ConfigFile checks, ConfigFile alarms, ConfigFile channels) {

  /** Reads the three files; mistakes are in the result until {@link #validate()}. */
  public static Configuration read(ConfigFolder folder) {
    return new Configuration(folder.read("checks"), folder.read("alarms"), folder.read("channels"));
  }

  /** The same with another {@code alarms.yaml}. */
  public Configuration withAlarms(ConfigFile other) {
    return new Configuration(checks, other, channels);
  }

  /**
   * Lets the readers of all three functions look at the files.
   *
   * @throws ConfigException with every mistake of every file
   */
  public Configuration validate() {
    ChecksConfig.read(checks);
    ConfigFile forAlarms = new ConfigFile(new Problems(checks.problems().file()), checks.root());
    AlarmsConfig.collect(alarms, forAlarms);
    addUntold(forAlarms.problems(), checks.problems());
    ChannelsConfig.read(channels);
    ConfigException.throwIfAny(List.of(checks.problems(), alarms.problems(), channels.problems()));
    return this;
  }

  /**
   * What is no mistake but hardly meant, one sentence each; only for files without mistakes.
   *
   * @param namespace as {@code TAGWATCH_NAMESPACE} names it
   */
  public List<String> doubts(String namespace) {
    List<String> doubts = new ArrayList<>();
    CheckMetrics.elsewhere(rules(), namespace + "/Uptime")
        .forEach(finding -> doubts.add("alarms." + finding.alarm() + ": " + finding.problem()));
    ChannelsConfig told = channelsConfig();
    if (told.routedByTags().size() == told.channels().size()) {
      doubts.add(
          "channels: all of them ask for tags of servers, so what is about no server (checks, budgets)"
              + " goes to every one; add a channel without filters");
    }
    return doubts;
  }

  /** The channels' names in the order of the file. */
  public List<String> channelNames() {
    return channels.root() instanceof Node.Fields root
            && root.values().get("channels") instanceof Node.Fields members
        ? List.copyOf(members.values().keySet())
        : List.of();
  }

  /** How many checks there are. */
  public int checkCount() {
    return everyCheck().size();
  }

  /** The longest that one check may take. */
  public Duration longestTimeout() {
    return everyCheck().stream()
        .map(Check::timeout)
        .max(Comparator.naturalOrder())
        .orElse(Duration.ZERO);
  }

  /** What the checks cost a month, without alarms; only for files without mistakes. */
  public CheckCost cost(String region) {
    return CheckCost.of(checksConfig(), region);
  }

  /** The same in one sentence, with the alarms on checks and fixed subjects. */
  public String spokenCost(String region) {
    Deployment anyone = new Deployment("", Optional.empty(), region, "Tagwatch", Instant.EPOCH);
    List<Alarm> wanted =
        new DesiredBuilder(rules(), anyone)
            .checksAndStatics().build(new SeriesCatalog()).alarms().values().stream()
                .map(DesiredAlarm::alarm)
                .toList();
    return CheckCostText.of(cost(region), wanted.size(), MonthlyPrice.of(wanted, region), region);
  }

  private AlarmsConfig rules() {
    return AlarmsConfig.collect(
        new ConfigFile(new Problems(alarms.problems().file()), alarms.root()),
        new ConfigFile(new Problems(checks.problems().file()), checks.root()));
  }

  private List<Check> everyCheck() {
    return checksConfig().checks();
  }

  private ChannelsConfig channelsConfig() {
    return ChannelsConfig.read(
        new ConfigFile(new Problems(channels.problems().file()), channels.root()));
  }

  private ChecksConfig checksConfig() {
    return ChecksConfig.read(new ConfigFile(new Problems(checks.problems().file()), checks.root()));
  }

  /** Two functions read checks.yaml, and both see a wrong URL; a person is told once. */
  private static void addUntold(Problems more, Problems told) {
    Set<Place> places = told.list().stream().map(Problem::place).collect(Collectors.toSet());
    more.list().stream()
        .filter(problem -> !places.contains(problem.place()))
        .forEach(problem -> told.about(problem.subject()).add(problem.place(), problem.message()));
  }
}
