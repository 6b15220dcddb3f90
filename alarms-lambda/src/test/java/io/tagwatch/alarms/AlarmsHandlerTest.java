package io.tagwatch.alarms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tagwatch.common.Environment;
import io.tagwatch.common.config.ConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlarmsHandlerTest {
  @TempDir private Path folder;

  @Test
  void tellsTheMistakesOfItsFilesAndOfItsEnvironmentAtOnce() throws IOException {
    Files.writeString(folder.resolve("alarms.json"), "{\"alarmz\":{}}");
    Files.writeString(folder.resolve("checks.json"), "{\"checks\":[\"ftp://x\"]}");

    assertThatThrownBy(
            () ->
                handler(
                    "TAGWATCH_DEPLOYMENT", "a b",
                    "TAGWATCH_NAMESPACE", ":x",
                    "AWS_ENDPOINT_URL", "https://user:hidden@",
                    "AWS_ENDPOINT_URL_EC2", "127.0.0.1:1",
                    "TAGWATCH_QUEUE_URL", "a queue"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("did you mean \"alarms\"?")
        .hasMessageContaining("ftp")
        .hasMessageContaining("environment has 6 errors")
        .hasMessageContaining("TAGWATCH_DEPLOYMENT")
        .hasMessageContaining("\"a b\" must be 1 to 64 letters, digits and . _ -")
        .hasMessageContaining("TAGWATCH_NAMESPACE")
        .hasMessageContaining("AWS_REGION")
        .hasMessageContaining("AWS_ENDPOINT_URL_EC2")
        .hasMessageContaining("TAGWATCH_QUEUE_URL")
        .hasMessageNotContaining("hidden");
  }

  @Test
  void acceptsAnEnvironmentWithARegionAlone() throws IOException {
    Files.writeString(folder.resolve("alarms.json"), "{}");
    Files.writeString(folder.resolve("checks.json"), "{}");

    assertThat(handler("AWS_REGION", "eu-west-1")).isNotNull();
  }

  private AlarmsHandler handler(String... variables) {
    Map<String, String> all = new HashMap<>();
    all.put("TAGWATCH_CONFIG_DIR", folder.toString());
    for (int i = 0; i < variables.length; i += 2) {
      all.put(variables[i], variables[i + 1]);
    }
    return new AlarmsHandler(new Environment(all, InstantSource.system()));
  }
}
