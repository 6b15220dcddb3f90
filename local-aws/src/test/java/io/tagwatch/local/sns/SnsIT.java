package io.tagwatch.local.sns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tagwatch.local.CloudOptions;
import io.tagwatch.local.EmbeddedCloud;
import io.tagwatch.local.ForeignClient;
import io.tagwatch.local.SdkClients;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.NotFoundException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

class SnsIT {
  private static final Instant EIGHT = Instant.parse("2026-11-21T08:00:00.123Z");
  private static final String QUEUE_ARN = "arn:aws:sqs:eu-west-1:123456789012:inbox";

  @TempDir Path folder;

  private EmbeddedCloud cloud = EmbeddedCloud.start(CloudOptions.defaults().startingAt(EIGHT));
  private SnsClient sns = SdkClients.client(SnsClient.builder(), cloud.url());
  private SqsClient sqs = SdkClients.client(SqsClient.builder(), cloud.url());

  @AfterEach
  void close() {
    sns.close();
    sqs.close();
    cloud.close();
  }

  @Test
  void deliversInAnEnvelopeShapedLikeTheServices() throws Exception {
    String topic = create("alerts");
    String subscription = subscribe(topic, Map.of());

    String id =
        sns.publish(
                r ->
                    r.topicArn(topic)
                        .subject("Disk /data")
                        .message("{\"a\": 1}")
                        .messageAttributes(Map.of("kind", text("alarm"))))
            .messageId();

    JsonNode envelope = new JsonMapper().readTree(inbox().getFirst().body());
    assertThat(envelope.propertyStream().map(Map.Entry::getKey))
        .containsExactly(
            "Type",
            "MessageId",
            "TopicArn",
            "Subject",
            "Message",
            "Timestamp",
            "SignatureVersion",
            "Signature",
            "SigningCertURL",
            "UnsubscribeURL",
            "MessageAttributes");
    assertThat(envelope.path("Type").asText()).isEqualTo("Notification");
    assertThat(envelope.path("MessageId").asText()).isEqualTo(id);
    assertThat(envelope.path("TopicArn").asText())
        .isEqualTo("arn:aws:sns:eu-west-1:123456789012:alerts");
    assertThat(envelope.path("Message").asText()).isEqualTo("{\"a\": 1}");
    assertThat(envelope.path("Timestamp").asText()).isEqualTo("2026-11-21T08:00:00.123Z");
    assertThat(envelope.path("UnsubscribeURL").asText()).endsWith(subscription);
    assertThat(envelope.path("MessageAttributes").path("kind"))
        .isEqualTo(new JsonMapper().readTree("{\"Type\": \"String\", \"Value\": \"alarm\"}"));
  }

  @Test
  void deliversRawWithAttributesBesideTheBody() {
    String topic = create("alerts");
    subscribe(topic, Map.of("RawMessageDelivery", "true"));

    sns.publish(
        r -> r.topicArn(topic).message("plain").messageAttributes(Map.of("kind", text("alarm"))));

    Message message = inbox().getFirst();
    assertThat(message.body()).isEqualTo("plain");
    assertThat(message.messageAttributes().get("kind").stringValue()).isEqualTo("alarm");
  }

  @Test
  void deliversOnlyWhatTheFilterPolicyWants() {
    String topic = create("alerts");
    subscribe(
        topic,
        Map.of(
            "RawMessageDelivery", "true",
            "FilterPolicyScope", "MessageBody",
            "FilterPolicy", "{\"detail\": {\"state\": [{\"anything-but\": \"pending\"}]}}"));

    sns.publish(r -> r.topicArn(topic).message("{\"detail\": {\"state\": \"pending\"}}"));
    sns.publish(r -> r.topicArn(topic).message("{\"detail\": {\"state\": \"stopped\"}}"));
    sns.publish(r -> r.topicArn(topic).message("text"));

    assertThat(inbox())
        .extracting(Message::body)
        .containsExactly("{\"detail\": {\"state\": \"stopped\"}}");
  }

  @Test
  void tellsErrorsByTheNamesOfTheSdk() {
    String topic = create("alerts");

    assertThatThrownBy(() -> sns.publish(r -> r.topicArn(topic + "-gone").message("m")))
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining("Topic does not exist");
    assertThatThrownBy(() -> sns.publish(r -> r.topicArn("topic").message("m")))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining(
            "Invalid parameter: TopicArn Reason: An ARN must have at least 6 elements, not 1");
    assertThatThrownBy(
            () ->
                sns.subscribe(
                    r ->
                        r.topicArn(topic)
                            .protocol("sqs")
                            .endpoint(QUEUE_ARN)
                            .attributes(Map.of("FilterPolicy", "{\"k\": \"v\"}"))))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining(
            "Invalid parameter: Attributes Reason: FilterPolicy: \"k\" must be an object or an array");
    assertThatThrownBy(
            () -> sns.subscribe(r -> r.topicArn(topic).protocol("http").endpoint("http://x/")))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("delivery by http is not modelled by the embedded cloud");
  }

  @Test
  void unsubscribesByTheAddressInTheEnvelope() throws Exception {
    String topic = create("alerts");
    subscribe(topic, Map.of());
    sns.publish(r -> r.topicArn(topic).message("m"));
    String address =
        new JsonMapper().readTree(inbox().getFirst().body()).path("UnsubscribeURL").asText();

    try (java.io.InputStream answer = java.net.URI.create(address).toURL().openStream()) {
      answer.readAllBytes();
    }

    assertThat(sns.listSubscriptionsByTopic(r -> r.topicArn(topic)).subscriptions()).isEmpty();
    assertThat(sns.getTopicAttributes(r -> r.topicArn(topic)).attributes())
        .containsEntry("SubscriptionsDeleted", "1");
  }

  @Test
  void findsTopicsAndSubscriptionsAgainAfterARestart() {
    restart();
    String topic = create("alerts");
    subscribe(topic, Map.of("RawMessageDelivery", "true", "FilterPolicy", "{\"k\": [\"v\"]}"));

    restart();
    cloud.sns().publish(topic, Optional.empty(), "unwanted");
    sns.publish(r -> r.topicArn(topic).message("wanted").messageAttributes(Map.of("k", text("v"))));

    assertThat(inbox()).extracting(Message::body).containsExactly("wanted");
  }

  @Test
  void servesBoto3() throws Exception {
    new ForeignClient(cloud.url()).python("sns.py");
  }

  @Test
  void servesTheAwsCli() throws Exception {
    ForeignClient client = new ForeignClient(cloud.url());
    String topic = create("cli");
    subscribe(topic, Map.of());

    client.aws("sns", "publish", "--topic-arn", topic, "--subject", "s", "--message", "shell");

    assertThat(inbox().getFirst().body()).contains("\"Message\" : \"shell\"");
    assertThat(client.aws("sns", "list-subscriptions")).contains(QUEUE_ARN);
    assertThat(client.refusedAws("sns", "list-phone-numbers-opted-out"))
        .contains("InvalidAction")
        .contains("not modelled");
  }

  private void restart() {
    close();
    cloud = EmbeddedCloud.start(CloudOptions.defaults().startingAt(EIGHT).withDataFolder(folder));
    sns = SdkClients.client(SnsClient.builder(), cloud.url());
    sqs = SdkClients.client(SqsClient.builder(), cloud.url());
  }

  private String create(String name) {
    return sns.createTopic(r -> r.name(name)).topicArn();
  }

  private String subscribe(String topic, Map<String, String> attributes) {
    sqs.createQueue(r -> r.queueName("inbox"));
    return sns.subscribe(
            r -> r.topicArn(topic).protocol("sqs").endpoint(QUEUE_ARN).attributes(attributes))
        .subscriptionArn();
  }

  private List<Message> inbox() {
    String url = sqs.getQueueUrl(r -> r.queueName("inbox")).queueUrl();
    return sqs.receiveMessage(
            r -> r.queueUrl(url).maxNumberOfMessages(10).messageAttributeNames("All"))
        .messages();
  }

  private static MessageAttributeValue text(String value) {
    return MessageAttributeValue.builder().dataType("String").stringValue(value).build();
  }
}
