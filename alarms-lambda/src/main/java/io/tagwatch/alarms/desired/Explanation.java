package io.tagwatch.alarms.desired;

import io.tagwatch.alarms.fleet.Server;
import io.tagwatch.alarms.rule.Settings;
import io.tagwatch.alarms.tag.RejectedTag;
import java.util.List;
import java.util.Optional;

/**
 * Why a server has the alarms that it has.
 *
 * @param alarms those it has, in the order of the file
 * @param absent those it does not have
 * @param rejectedTags tags that are not obeyed
 */
public record Explanation(
    Server server, List<Row> alarms, List<Absence> absent, List<RejectedTag> rejectedTags) {
  public Explanation {
    alarms = List.copyOf(alarms);
    absent = List.copyOf(absent);
    rejectedTags = List.copyOf(rejectedTags);
  }

  /**
   * An alarm that the server has, or would have if its metric were there.
   *
   * @param alarm the rule, with its series
   * @param rule the rule alone
   * @param settings what applies in the end
   * @param periodSeconds {@code auto} resolved for this server
   * @param decidedBy where each value comes from
   * @param cannotFire why it will not tell anybody; empty when it can
   */
  public record Row(
      String alarm,
      String rule,
      Settings settings,
      int periodSeconds,
      Origins decidedBy,
      Optional<String> cannotFire) {}

  /**
   * Where the values of an alarm come from: {@code profile base}, or the key of a tag.
   *
   * @param alarm what gave the server this alarm
   */
  public record Origins(
      String alarm,
      String levels,
      String datapoints,
      String period,
      String statistic,
      String missing) {}

  /** A rule without an alarm on this server, and why. */
  public record Absence(String alarm, String reason) {}
}
