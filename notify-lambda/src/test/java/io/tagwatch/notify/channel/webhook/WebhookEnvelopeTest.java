package io.tagwatch.notify.channel.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tagwatch.notify.Samples;
import io.tagwatch.notify.channel.Form;
import io.tagwatch.notify.message.Messages;
import io.tagwatch.notify.notification.Digest;
import io.tagwatch.notify.notification.Notification;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class WebhookEnvelopeTest {
  private static final String[] SEVEN = {
    "version", "id", "kind", "status", "severity", "title", "text"
  };
  private final Notification cpu = Messages.recognise(Samples.alarm("cpu", "ALARM"), "m-1");
  private final Notification disk = Messages.recognise(Samples.alarm("disk", "OK"), "m-2");

  @Test
  void isSevenPlainMembersForAReceiverThatRefusedTheWhole() throws IOException {
    assertThat(envelope(cpu, Form.PLAIN).fieldNames()).toIterable().containsExactly(SEVEN);
  }

  @Test
  void isSevenPlainMembersOfADigestTooAndNamesEachAlarmInItsText() throws IOException {
    JsonNode plain = envelope(Digest.of(List.of(cpu, disk)), Form.PLAIN);

    assertThat(plain.fieldNames()).toIterable().containsExactly(SEVEN);
    assertThat(plain).allMatch(JsonNode::isValueNode);
    assertThat(plain.at("/text").asText())
        .contains("tagwatch/prod/i-0abc123/cpu/critical")
        .contains("tagwatch/prod/i-0abc123/disk/critical");
  }

  @Test
  void holdsEachAlarmOfADigestWhole() throws IOException {
    JsonNode rich = envelope(Digest.of(List.of(cpu, disk)), Form.RICH);

    assertThat(rich.at("/notifications")).hasSize(2);
    assertThat(rich.at("/notifications/0/dedupKey").asText()).isNotEmpty();
    assertThat(rich.at("/notifications/0").has("text")).isFalse();
  }

  private static JsonNode envelope(Notification one, Form form) throws IOException {
    return new ObjectMapper().readTree(WebhookEnvelope.of(one, form));
  }
}
