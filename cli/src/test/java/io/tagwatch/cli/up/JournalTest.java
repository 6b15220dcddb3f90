package io.tagwatch.cli.up;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tagwatch.cli.terminal.Style;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JournalTest {
  private static final Instant EIGHT = Instant.parse("2026-11-21T08:00:00Z");

  private final List<String> said = new ArrayList<>();
  private final Journal journal =
      new Journal(
          new JournalSink(Style.PLAIN, (at, topic, text) -> said.add(topic + " " + text)),
          () -> EIGHT);

  @Test
  void tellsAVerdictOnlyWhenItChanges() throws JsonProcessingException {
    String up = "{\"results\": [{\"name\": \"api\", \"up\": true}]}";
    String down =
        "{\"results\": [{\"name\": \"api\", \"up\": false, \"reason\": \"timeout\", \"detail\": \"no answer\"}]}";

    for (String summary : new String[] {up, up, down, down, up}) {
      journal.probed(json(summary));
    }

    assertThat(said)
        .containsExactly("CHECK api is down  timeout: no answer", "CHECK api is up again");
  }

  @Test
  void saysWhenTheMonitorItselfIsBlind() throws JsonProcessingException {
    journal.probed(json("{\"blind\": true, \"results\": []}"));

    assertThat(said)
        .containsExactly(
            "CHECK no check and no self-check answered: is this machine's network down?");
  }

  @Test
  void isSilentAboutASyncThatChangedNothing() throws JsonProcessingException {
    journal.synced(json("{\"created\": 0, \"updated\": 0, \"deleted\": 0, \"unchanged\": 9}"));
    journal.synced(json("{\"created\": 2, \"updated\": 0, \"deleted\": 1}"));

    assertThat(said).containsExactly("ALARMS alarms: 2 created, 0 updated, 1 deleted");
  }

  @Test
  void tellsARejectedTagOnce() throws JsonProcessingException {
    String report =
        """
        {"rejectedTags": [{"subject": "i-0abc", "key": "tagwatch:cpu", "value": "9O", "column": 1,
         "problem": "\\"9O\\" is not a number", "expected": "a number such as 90"}]}
        """;

    journal.synced(json(report));
    journal.synced(json(report));

    assertThat(said)
        .containsExactly(
            "TAG i-0abc: tag tagwatch:cpu \"9O\" is not a number; expected a number such as 90");
    assertThat(journal.tagProblems()).hasSize(1);
  }

  @Test
  void tellsTroubleThatRepeatsItselfOnce() {
    journal.trouble("notify-lambda", new IllegalStateException("no network"));
    journal.trouble("notify-lambda", new IllegalStateException("no network"));
    journal.trouble("notify-lambda", new IllegalStateException("no memory"));

    assertThat(said)
        .containsExactly("TROUBLE notify-lambda: no network", "TROUBLE notify-lambda: no memory");
  }

  private static JsonNode json(String text) throws JsonProcessingException {
    return new ObjectMapper().readTree(text);
  }
}
