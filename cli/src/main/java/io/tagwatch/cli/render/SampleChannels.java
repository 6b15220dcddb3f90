package io.tagwatch.cli.render;

import io.tagwatch.cli.config.YamlDocument;
import io.tagwatch.common.config.ConfigFile;
import io.tagwatch.common.config.Problems;
import io.tagwatch.notify.config.ChannelsConfig;
import io.tagwatch.notify.config.ConfiguredChannel;
import java.util.List;

/**
 * One channel of each type, for those who want to see what they would get before they configure it.
 */
public final class SampleChannels {
  private static final String YAML =
      """
      channels:
        slack: {type: slack, webhook: "env:SAMPLE"}
        discord: {type: discord, webhook: "env:SAMPLE"}
        telegram: {type: telegram, token: "env:SAMPLE", chat: "-100123"}
        teams: {type: teams, webhook: "env:SAMPLE"}
        matrix: {type: matrix, homeserver: "https://matrix.org", token: "env:SAMPLE", room: "!sample:matrix.org"}
        pagerduty: {type: pagerduty, routing_key: "env:SAMPLE"}
        webhook: {type: webhook, url: "env:SAMPLE"}
      """;

  private SampleChannels() {}

  /** The sample of one type. */
  static List<ConfiguredChannel> of(String type) {
    return all().stream().filter(channel -> channel.type().equals(type)).toList();
  }

  public static List<ConfiguredChannel> all() {
    Problems problems = new Problems("sample channels");
    ChannelsConfig config =
        ChannelsConfig.read(new ConfigFile(problems, YamlDocument.parse(YAML, problems)));
    problems.throwIfAny();
    return config.channels();
  }
}
