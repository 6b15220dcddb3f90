package io.tagwatch.cli.config;

import io.tagwatch.alarms.rule.AlarmsConfig;
import io.tagwatch.common.config.ConfigException;
import io.tagwatch.common.config.ConfigFile;
import io.tagwatch.common.config.Node;
import io.tagwatch.common.config.Problem;
import io.tagwatch.common.config.Problems;
import io.tagwatch.notify.config.ChannelsConfig;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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
    AlarmsConfig.collect(alarms, checks);
    ChannelsConfig.read(channels);
    ConfigException.throwIfAny(
        List.of(once(checks.problems()), once(alarms.problems()), once(channels.problems())));
    return this;
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
    return checks.root() instanceof Node.Fields root
            && root.values().get("checks") instanceof Node.Items items
        ? items.values().size()
        : 0;
  }

  /** Two functions read checks.yaml, and both see a wrong URL; a person is told once. */
  private static Problems once(Problems found) {
    record Told(int line, int column, String path, String message) {}
    Problems told = new Problems(found.file());
    Set<Told> seen = new HashSet<>();
    for (Problem problem : found.list()) {
      var place = problem.place();
      if (seen.add(new Told(place.line(), place.column(), place.path(), problem.message()))) {
        told.about(problem.subject()).add(place, problem.message());
      }
    }
    return told;
  }
}
