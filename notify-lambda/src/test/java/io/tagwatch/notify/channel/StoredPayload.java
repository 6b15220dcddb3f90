package io.tagwatch.notify.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A payload that somebody read. After a wanted change: run with {@code -Dtagwatch.payloads=write},
 * then read what changed in {@code src/test/resources/payloads}.
 */
public final class StoredPayload {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private static final Path STORED = Path.of("src/test/resources/payloads");

  private StoredPayload() {}

  /**
   * @param name of the file, such as {@code discord/firing.json}
   */
  public static void check(String name, String payload) throws IOException {
    Path file = STORED.resolve(name);
    if (System.getProperty("tagwatch.payloads", "").equals("write")) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, JSON.writeValueAsString(JSON.readTree(payload)) + "\n");
    }
    assertThat(JSON.readTree(payload))
        .isEqualTo(JSON.readTree(Files.readString(file, StandardCharsets.UTF_8)));
  }
}
