package io.tagwatch.cli.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tagwatch.common.config.ConfigException;
import io.tagwatch.common.config.ConfigFile;
import io.tagwatch.common.config.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigFolderTest {
  @TempDir private Path folder;

  @Test
  void readsYamlAndJsonAlike() throws IOException {
    Files.writeString(folder.resolve("checks.yaml"), "checks: []\n");
    Files.writeString(folder.resolve("channels.json"), "{\"channels\": {}}");
    ConfigFolder config = new ConfigFolder(folder);

    assertThat(JsonText.of(config.read("checks").root())).isEqualTo("{\"checks\":[]}");
    assertThat(JsonText.of(config.read("channels").root())).isEqualTo("{\"channels\":{}}");
    assertThat(config.has("alarms")).isFalse();
  }

  @Test
  void saysWhatToDoAboutAMissingFile() {
    ConfigFile file = new ConfigFolder(folder).read("checks");

    assertThat(file.problems().file()).endsWith("checks.yaml");
    assertThat(file.problems().list())
        .extracting(Problem::message)
        .containsExactly(
            "is not there; write it (config/ holds one to start from) or give --config");
  }

  @Test
  void refusesTwoFormsOfOneFile() throws IOException {
    Files.writeString(folder.resolve("checks.yaml"), "checks: []\n");
    Files.writeString(folder.resolve("checks.json"), "{}");

    assertThat(new ConfigFolder(folder).read("checks").problems().list())
        .extracting(Problem::message)
        .containsExactly("stands beside checks.json; remove one of the two");
  }

  @Test
  void bringsAlarmsAlongForThoseWhoHaveNone() {
    assertThat(ConfigFolder.standardAlarms().parsed()).isTrue();
  }

  @Test
  void knowsWhatTheFilesAmountTo() throws IOException {
    Files.writeString(
        folder.resolve("checks.yaml"),
        "checks: [https://a.example/, {url: https://b.example/, timeout: 9s}]\n");
    Files.writeString(
        folder.resolve("channels.yaml"), "channels: {z: {type: webhook, url: \"env:Z\"}, a: {}}\n");
    Configuration configuration =
        Configuration.read(new ConfigFolder(folder)).withAlarms(ConfigFolder.standardAlarms());

    assertThat(configuration.checkCount()).isEqualTo(2);
    assertThat(configuration.longestTimeout()).isEqualTo(Duration.ofSeconds(9));
    assertThat(configuration.channelNames()).containsExactly("z", "a");
    assertThatExceptionOfType(ConfigException.class)
        .isThrownBy(configuration::validate)
        .withMessageContaining("channels.a");
  }
}
