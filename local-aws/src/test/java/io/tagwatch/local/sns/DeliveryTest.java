package io.tagwatch.local.sns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tagwatch.local.sns.TopicDelivery.Outcome;
import io.tagwatch.local.view.MessageView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeliveryTest {
  private final SnsStory sns = new SnsStory();

  @Test
  void writesTheEnvelopeLikeTheService() {
    String subscription = sns.subscribe(Map.of());

    sns.publish(
        "Message", "hello", "MessageAttributes", Map.of("n", SnsStory.attribute("Number", "1")));

    assertThat(sns.puts.getFirst().attributes()).isEmpty();
    assertThat(sns.puts.getFirst().body())
        .isEqualTo(
            """
            {
              "Type" : "Notification",
              "MessageId" : "%s",
              "TopicArn" : "arn:aws:sns:eu-west-1:123456789012:topic",
              "Message" : "hello",
              "Timestamp" : "2026-11-21T08:00:00.000Z",
              "SignatureVersion" : "1",
              "Signature" : "bm90IHNpZ25lZDogcHVibGlzaGVkIGJ5IGFuIGVtYmVkZGVkIGNsb3Vk",
              "SigningCertURL" : "https://sns.eu-west-1.amazonaws.com/SimpleNotificationService-00000000000000000000000000000000.pem",
              "UnsubscribeURL" : "http://127.0.0.1:4599/?Action=Unsubscribe&Version=2010-03-31&SubscriptionArn=%s",
              "MessageAttributes" : {
                "n" : {
                  "Type" : "Number",
                  "Value" : "1"
                }
              }
            }"""
                .formatted(sns.service.published().getFirst().message().id(), subscription));
  }

  @Test
  void givesEachProtocolItsText() {
    sns.subscribe(Map.of("RawMessageDelivery", "true"));

    sns.publish(
        "MessageStructure", "json", "Message", "{\"default\": \"all\", \"sqs\": \"queues\"}");
    sns.publish("MessageStructure", "json", "Message", "{\"default\": \"all\"}");

    assertThat(sns.puts).extracting(SnsStory.Put::body).containsExactly("queues", "all");
    assertThat(sns.service.published().getFirst().message().text()).isEqualTo("all");
  }

  @Test
  void saysWhatBecameOfEachDelivery() {
    String subscription = sns.subscribe(Map.of("FilterPolicy", "{\"k\": [\"v\"]}"));
    sns.client.call(
        "Subscribe", "TopicArn", SnsStory.TOPIC, "Protocol", "email", "Endpoint", "a@example.com");
    sns.publish("Message", "m");
    assertThat(outcomes()).containsExactlyInAnyOrder(Outcome.FILTERED, Outcome.PENDING);

    sns.publish(
        "Message", "m", "MessageAttributes", Map.of("k", SnsStory.attribute("String", "v")));
    assertThat(outcomes()).containsExactlyInAnyOrder(Outcome.DELIVERED, Outcome.PENDING);

    sns.missing.add(SnsStory.QUEUE);
    sns.set(subscription, "FilterPolicy", "");
    sns.publish("Message", "m");
    assertThat(outcomes()).containsExactlyInAnyOrder(Outcome.FAILED, Outcome.PENDING);

    sns.set(subscription, "RedrivePolicy", "{\"deadLetterTargetArn\": \"" + SnsStory.DEAD + "\"}");
    sns.publish("Message", "m");
    assertThat(outcomes()).containsExactlyInAnyOrder(Outcome.DEAD_LETTERED, Outcome.PENDING);
    assertThat(sns.puts.getLast().queue()).isEqualTo(SnsStory.DEAD);
    assertThat(sns.puts.getLast().body()).contains("\"Type\" : \"Notification\"");
  }

  @Test
  void deliversNoRawMessageThatAQueueCannotHold() {
    sns.subscribe(Map.of("RawMessageDelivery", "true"));
    Map<String, Object> eleven = new LinkedHashMap<>();
    for (int i = 0; i < 11; i++) {
      eleven.put("a" + i, SnsStory.attribute("String", "v"));
    }

    sns.publish("Message", "m", "MessageAttributes", eleven);

    assertThat(sns.puts).isEmpty();
    assertThat(sns.lastDeliveries().getFirst().reason())
        .isEqualTo("a raw message has at most ten attributes");
  }

  @Test
  void publishesForAlarmsAndEvents() {
    sns.subscribe(Map.of());
    List<MessageView> heard = new ArrayList<>();
    sns.service.onPublish(each -> heard.add(each.message()));

    String id = sns.service.publish(SnsStory.TOPIC, Optional.of("ALARM: \"cpu\""), "{}");

    assertThat(heard)
        .containsExactly(
            new MessageView(id, sns.clock.instant(), SnsStory.TOPIC, "ALARM: \"cpu\"", "{}"));
    assertThatThrownBy(() -> sns.service.publish(SnsStory.TOPIC + "x", Optional.empty(), "m"))
        .hasMessage("Topic does not exist");
    assertThatThrownBy(() -> sns.service.publish(SnsStory.TOPIC, Optional.of("s".repeat(101)), "m"))
        .hasMessage("Invalid parameter: Subject");
  }

  @Test
  void remembersTheNewestThousandMessages() {
    for (int i = 0; i < 1_003; i++) {
      sns.publish("Message", "m" + i);
    }

    assertThat(sns.service.published()).hasSize(1_000);
    assertThat(sns.service.published().getFirst().message().text()).isEqualTo("m3");
  }

  private List<Outcome> outcomes() {
    return sns.lastDeliveries().stream().map(TopicDelivery::outcome).toList();
  }
}
