package io.tagwatch.cli.up;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagwatch.cli.config.YamlDocument;
import io.tagwatch.common.config.ConfigFile;
import io.tagwatch.common.config.Problems;
import io.tagwatch.notify.config.ChannelsConfig;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SecretCheckTest {
  private static final String CHANNELS =
      """
      channels:
        ops: {type: slack, webhook: "env:SLACK_WEBHOOK"}
        hook: {type: webhook, url: "ssm:/hook"}
      """;

  @Test
  void namesEveryVariableThatIsNotSet() {
    assertThat(SecretCheck.missing(channels(), Map.of("SLACK_WEBHOOK", " ")))
        .containsExactly(
            "channel ops cannot speak: env:SLACK_WEBHOOK needs the environment variable SLACK_WEBHOOK, which is not set",
            "channel hook cannot speak: ssm:/hook needs the environment variable AWS_ACCESS_KEY_ID, which is not set");
  }

  @Test
  void isContentWhenAllAreThere() {
    assertThat(
            SecretCheck.missing(
                channels(), Map.of("SLACK_WEBHOOK", "https://x", "AWS_ACCESS_KEY_ID", "AKIA")))
        .isEmpty();
  }

  private static ChannelsConfig channels() {
    Problems problems = new Problems("channels.yaml");
    return ChannelsConfig.read(new ConfigFile(problems, YamlDocument.parse(CHANNELS, problems)));
  }
}
