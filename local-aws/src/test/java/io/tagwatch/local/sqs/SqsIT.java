package io.tagwatch.local.sqs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tagwatch.local.CloudOptions;
import io.tagwatch.local.EmbeddedCloud;
import io.tagwatch.local.ForeignClient;
import io.tagwatch.local.SdkClients;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import software.amazon.awssdk.services.sqs.model.QueueNameExistsException;
import software.amazon.awssdk.services.sqs.model.ReceiptHandleIsInvalidException;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.SqsException;
import software.amazon.awssdk.services.sqs.model.TooManyEntriesInBatchRequestException;

/** Over the wire: the SDK itself verifies the digests of bodies and attributes. */
class SqsIT {
  private static final Instant EIGHT = Instant.parse("2026-11-21T08:00:00Z");

  @TempDir Path folder;

  private EmbeddedCloud cloud = EmbeddedCloud.start(CloudOptions.defaults().startingAt(EIGHT));
  private SqsClient sqs = SdkClients.client(SqsClient.builder(), cloud.url());

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  @AfterEach
  void close() {
    threads.shutdownNow();
    sqs.close();
    cloud.close();
  }

  @Test
  void sendsReceivesAndDeletes() {
    String url = create("orders");

    String id =
        sqs.sendMessage(
                request ->
                    request
                        .queueUrl(url)
                        .messageBody("Grüße 🌍")
                        .messageAttributes(
                            Map.of(
                                "kind", text("alarm"),
                                "weight", number("12.5"),
                                "raw", bytes(new byte[] {2, 3, 4}))))
            .messageId();
    List<Message> received = receive(url);

    assertThat(url).isEqualTo(cloud.url() + "/123456789012/orders");
    assertThat(received).extracting(Message::messageId).containsExactly(id);
    assertThat(received.getFirst().body()).isEqualTo("Grüße 🌍");
    assertThat(received.getFirst().messageAttributes().get("raw").binaryValue().asByteArray())
        .containsExactly(2, 3, 4);
    assertThat(received.getFirst().attributes())
        .containsEntry(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "1");

    sqs.deleteMessage(r -> r.queueUrl(url).receiptHandle(received.getFirst().receiptHandle()));
    cloud.clock().advance(Duration.ofMinutes(1));
    assertThat(receive(url)).isEmpty();
  }

  @Test
  void seesTimeoutsPassOnTheCloudsClock() {
    String url = create("orders");
    sqs.sendMessage(r -> r.queueUrl(url).messageBody("hello"));
    receive(url);

    cloud.clock().advance(Duration.ofSeconds(29));
    assertThat(receive(url)).isEmpty();
    cloud.clock().advance(Duration.ofSeconds(1));
    assertThat(receive(url)).hasSize(1);
  }

  @Test
  void waitsForAMessageInRealTimeOnAClockThatStandsStill() throws Exception {
    String url = create("orders");

    Future<List<Message>> waiting = threads.submit(() -> receiveWaiting(url));
    sqs.sendMessage(r -> r.queueUrl(url).messageBody("at last"));

    assertThat(waiting.get(15, TimeUnit.SECONDS))
        .extracting(Message::body)
        .containsExactly("at last");
  }

  @Test
  void wakesALongPollWhenTheClockMakesAMessageVisible() throws Exception {
    String url = create("orders");
    sqs.sendMessage(r -> r.queueUrl(url).messageBody("later").delaySeconds(900));

    Future<List<Message>> waiting = threads.submit(() -> receiveWaiting(url));
    cloud.clock().advance(Duration.ofMinutes(15));

    assertThat(waiting.get(15, TimeUnit.SECONDS)).hasSize(1);
  }

  @Test
  void closesTheCloudWhileSomebodyWaits() throws Exception {
    String url = create("orders");
    Future<List<Message>> waiting = threads.submit(() -> receiveWaiting(url));

    threads.submit(cloud::close).get(10, TimeUnit.SECONDS);

    assertThatThrownBy(() -> waiting.get(10, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class);
  }

  @Test
  void tellsErrorsByTheNamesOfTheSdk() {
    String url = create("orders");

    assertThatThrownBy(() -> sqs.getQueueUrl(r -> r.queueName("nowhere")))
        .isInstanceOf(QueueDoesNotExistException.class)
        .hasMessageContaining("The specified queue does not exist.");
    assertThatThrownBy(() -> sqs.deleteMessage(r -> r.queueUrl(url).receiptHandle("x")))
        .isInstanceOf(ReceiptHandleIsInvalidException.class);
    assertThatThrownBy(
            () ->
                sqs.createQueue(
                    r ->
                        r.queueName("orders")
                            .attributes(Map.of(QueueAttributeName.DELAY_SECONDS, "5"))))
        .isInstanceOf(QueueNameExistsException.class)
        .hasMessageContaining("a different value for attribute DelaySeconds");
    assertThatThrownBy(
            () ->
                sqs.sendMessageBatch(
                    r ->
                        r.queueUrl(url)
                            .entries(
                                IntStream.range(0, 11)
                                    .mapToObj(i -> entry("e" + i, "m"))
                                    .toList())))
        .isInstanceOf(TooManyEntriesInBatchRequestException.class);
    SqsException invalid =
        catchThrowableOfType(
            SqsException.class,
            () -> sqs.receiveMessage(r -> r.queueUrl(url).maxNumberOfMessages(11)));
    assertThat(invalid.awsErrorDetails().errorCode()).isEqualTo("InvalidParameterValue");
  }

  @Test
  void letsEachEntryOfABatchSucceedOrFailByItself() {
    String url = create("orders");

    SendMessageBatchResponse sent =
        sqs.sendMessageBatch(
            r -> r.queueUrl(url).entries(entry("good", "fine"), entry("bad", "control\u0001")));

    assertThat(sent.successful()).extracting(each -> each.id()).containsExactly("good");
    assertThat(sent.failed().getFirst().code()).isEqualTo("InvalidMessageContents");
    assertThat(sent.failed().getFirst().senderFault()).isTrue();
  }

  @Test
  void keepsRegionsApart() {
    create("orders");

    try (SqsClient elsewhere =
        SdkClients.builder(SqsClient.builder(), cloud.url()).region(Region.US_EAST_1).build()) {
      assertThat(elsewhere.listQueues().queueUrls()).isEmpty();
    }
    assertThat(sqs.listQueues().queueUrls()).hasSize(1);
  }

  @Test
  void findsQueuesAndMessagesAgainAfterARestart() {
    restart();
    String url = create("kept");
    sqs.sendMessage(
        r -> r.queueUrl(url).messageBody("still here").messageAttributes(Map.of("k", text("v"))));
    receive(url);

    restart();

    String again = sqs.getQueueUrl(r -> r.queueName("kept")).queueUrl();
    assertThat(receive(again)).isEmpty();
    cloud.clock().advance(Duration.ofSeconds(30));
    Message message = receive(again).getFirst();
    assertThat(message.body()).isEqualTo("still here");
    assertThat(message.attributes())
        .containsEntry(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "2");
  }

  @Test
  void servesBoto3() throws Exception {
    new ForeignClient(cloud.url()).python("sqs.py");
  }

  @Test
  void servesTheAwsCli() throws Exception {
    ForeignClient client = new ForeignClient(cloud.url());
    client.aws("sqs", "create-queue", "--queue-name", "cli");
    String url = cloud.url() + "/123456789012/cli";

    client.aws("sqs", "send-message", "--queue-url", url, "--message-body", "from the shell");

    assertThat(client.aws("sqs", "receive-message", "--queue-url", url))
        .contains("\"Body\": \"from the shell\"");
    assertThat(client.refusedAws("sqs", "purge-queue", "--queue-url", url + "-gone"))
        .contains("(AWS.SimpleQueueService.NonExistentQueue)")
        .contains("The specified queue does not exist.");
  }

  private void restart() {
    close();
    cloud = EmbeddedCloud.start(CloudOptions.defaults().startingAt(EIGHT).withDataFolder(folder));
    sqs = SdkClients.client(SqsClient.builder(), cloud.url());
  }

  private String create(String name) {
    return sqs.createQueue(r -> r.queueName(name)).queueUrl();
  }

  private List<Message> receiveWaiting(String url) {
    return sqs.receiveMessage(r -> r.queueUrl(url).waitTimeSeconds(20)).messages();
  }

  private List<Message> receive(String url) {
    return sqs.receiveMessage(
            r ->
                r.queueUrl(url)
                    .maxNumberOfMessages(10)
                    .messageAttributeNames("All")
                    .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
        .messages();
  }

  private static SendMessageBatchRequestEntry entry(String id, String body) {
    return SendMessageBatchRequestEntry.builder().id(id).messageBody(body).build();
  }

  private static MessageAttributeValue text(String value) {
    return MessageAttributeValue.builder().dataType("String").stringValue(value).build();
  }

  private static MessageAttributeValue number(String value) {
    return MessageAttributeValue.builder().dataType("Number").stringValue(value).build();
  }

  private static MessageAttributeValue bytes(byte[] value) {
    return MessageAttributeValue.builder()
        .dataType("Binary")
        .binaryValue(SdkBytes.fromByteArray(value))
        .build();
  }
}
