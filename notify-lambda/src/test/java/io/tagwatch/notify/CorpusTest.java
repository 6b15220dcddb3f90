package io.tagwatch.notify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tagwatch.notify.channel.Channels;
import io.tagwatch.notify.channel.Form;
import io.tagwatch.notify.channel.text.PlainText;
import io.tagwatch.notify.config.ConfiguredChannel;
import io.tagwatch.notify.notification.Notification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What each captured message says, word by word, and its exact payload on every channel. After a
 * wanted change: run with {@code -Dtagwatch.payloads=write}, then read what changed in {@code
 * src/test/resources/golden}; each file starts with the text that people read.
 */
class CorpusTest {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private static final Path GOLDEN = Path.of("src/test/resources/golden");
  private static final boolean WRITE = System.getProperty("tagwatch.payloads", "").equals("write");

  static List<String> names() {
    return Corpus.names();
  }

  @ParameterizedTest
  @MethodSource("names")
  void saysExactlyWhatWasReviewed(String name) throws IOException {
    Path file = GOLDEN.resolve(name + ".golden.json");

    ObjectNode told = told(Corpus.notifications(name));

    if (WRITE) {
      Files.createDirectories(GOLDEN);
      Files.writeString(file, JSON.writeValueAsString(told) + "\n");
    }
    assertThat(told.toPrettyString()).isEqualTo(JSON.readTree(file.toFile()).toPrettyString());
  }

  @ParameterizedTest
  @MethodSource("names")
  void comesFromSomewhere(String name) {
    assertThat(Corpus.origin()).contains(name);
  }

  @Test
  void holdsManyMessagesAndNothingStale() throws IOException {
    try (Stream<Path> files = Files.list(GOLDEN)) {
      List<String> golden =
          files.map(file -> file.getFileName().toString().replace(".golden.json", "")).toList();

      assertThat(golden).containsExactlyInAnyOrderElementsOf(Corpus.names());
      assertThat(golden).hasSizeGreaterThan(60);
    }
  }

  private static ObjectNode told(List<Notification> notifications) throws IOException {
    ObjectNode told = JSON.createObjectNode();
    ArrayNode text = told.putArray("text");
    for (Notification notification : notifications) {
      PlainText.of(notification).lines().forEach(text::add);
    }
    for (ConfiguredChannel channel : Channels.all()) {
      ArrayNode payloads = told.putArray(channel.name());
      for (Notification notification : notifications) {
        payloads.add(JSON.readTree(channel.service().payload(notification, Form.RICH)));
      }
    }
    return told;
  }
}
