package io.tagwatch.cli.up;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagwatch.cli.config.YamlDocument;
import io.tagwatch.common.config.ConfigFile;
import io.tagwatch.common.config.Problems;
import io.tagwatch.notify.config.ChannelsConfig;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VoicesTest {
  private static final String CHANNELS =
      """
      channels:
        ops: {type: slack, webhook: "env:SLACK_WEBHOOK"}
        hook: {type: webhook, url: "ssm:/hook"}
      """;

  @Test
  void namesEveryVariableThatIsNotSet() {
    Voices voices = Voices.of(channels(), Map.of("SLACK_WEBHOOK", " "));

    assertThat(voices.speaking()).isEmpty();
    assertThat(voices.silent())
        .containsExactly(
            "channel ops cannot speak: env:SLACK_WEBHOOK needs the environment variable SLACK_WEBHOOK, which is not set",
            "channel hook cannot speak: ssm:/hook needs the environment variable AWS_ACCESS_KEY_ID, which is not set");
  }

  @Test
  void isContentWhenAllAreThere() {
    Voices voices =
        Voices.of(
            channels(),
            Map.of("SLACK_WEBHOOK", "http://127.0.0.1:9/x", "AWS_ACCESS_KEY_ID", "AKIA"));

    assertThat(voices.speaking()).containsExactly("ops", "hook");
    assertThat(voices.silent()).isEmpty();
  }

  @Test
  void saysThatASecretCannotBeUsedWithoutRepeatingIt() {
    Voices voices = Voices.of(channels(), Map.of("SLACK_WEBHOOK", "http://chat.example.com/T0KEN"));

    assertThat(voices.silent())
        .first()
        .asString()
        .startsWith("channel ops cannot speak: env:SLACK_WEBHOOK does not hold a usable URL")
        .doesNotContain("T0KEN");
  }

  private static ChannelsConfig channels() {
    Problems problems = new Problems("channels.yaml");
    return ChannelsConfig.read(new ConfigFile(problems, YamlDocument.parse(CHANNELS, problems)));
  }
}
