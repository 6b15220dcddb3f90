package io.tagwatch.local.sqs;

import static io.tagwatch.local.sqs.SqsStory.map;
import static io.tagwatch.local.sqs.SqsStory.url;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tagwatch.local.protocol.AwsFault;
import io.tagwatch.local.protocol.Entries;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqsOperationsTest {
  private final SqsStory sqs = new SqsStory();

  @ParameterizedTest(name = "{0} = {1}: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          DelaySeconds                  | 900        |
          DelaySeconds                  | 901        | InvalidAttributeValue
          DelaySeconds                  | five       | InvalidAttributeValue
          MaximumMessageSize            | 1023       | InvalidAttributeValue
          MaximumMessageSize            | 1048576    |
          MaximumMessageSize            | 1048577    | InvalidAttributeValue
          MessageRetentionPeriod        | 59         | InvalidAttributeValue
          MessageRetentionPeriod        | 1209600    |
          ReceiveMessageWaitTimeSeconds | 21         | InvalidAttributeValue
          VisibilityTimeout             | 43200      |
          VisibilityTimeout             | 43201      | InvalidAttributeValue
          VisibilityTimeout             | -1         | InvalidAttributeValue
          Policy                        | {}         |
          Policy                        | allow all  | InvalidAttributeValue
          SqsManagedSseEnabled          | yes        | InvalidAttributeValue
          FifoQueue                     | false      | InvalidAttributeName
          ContentBasedDeduplication     | true       | InvalidAttributeName
          RedrivePolicy                 | {}         | InvalidParameterValue
          RedrivePolicy                 | {"deadLetterTargetArn":"dummy","maxReceiveCount":42} | InvalidParameterValue
          RedrivePolicy                 | {"deadLetterTargetArn":"arn:aws:sqs:eu-west-1:123456789012:dead","maxReceiveCount":0} | InvalidParameterValue
          RedrivePolicy                 | {"deadLetterTargetArn":"arn:aws:sqs:eu-west-1:123456789012:dead","maxReceiveCount":1001} | InvalidParameterValue
          RedrivePolicy                 | {"deadLetterTargetArn":"arn:aws:sqs:eu-west-1:123456789012:dead","maxReceiveCount":"5"} |
          RedrivePolicy                 | {"deadLetterTargetArn":"arn:aws:sqs:eu-west-1:123456789012:gone","maxReceiveCount":5} | InvalidParameterValue
          RedrivePolicy                 | {"deadLetterTargetArn":"arn:aws:sqs:us-east-1:123456789012:dead","maxReceiveCount":5} | InvalidParameterValue
          RedrivePolicy                 | {"deadLetterTargetArn":"arn:aws:sqs:eu-west-1:123456789012:dead.fifo","maxReceiveCount":5} | InvalidParameterValue
          Nonsense                      | 1          | InvalidAttributeName
          """)
  void checksAttributesOfNewQueues(String name, String value, String code) {
    sqs.create("dead");
    sqs.createFifo("dead.fifo");

    if (code == null) {
      assertThatCode(() -> sqs.create("q", name, value)).doesNotThrowAnyException();
    } else {
      assertThat(fault(() -> sqs.create("q", name, value)).code()).isEqualTo(code);
    }
  }

  @Test
  void refusesNamesThatAwsRefuses() {
    for (String name : List.of("", "a b", "a.b", "q.fifo", "a".repeat(81))) {
      assertThatThrownBy(() -> sqs.create(name))
          .hasMessage(
              "Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length");
    }
    assertThatThrownBy(() -> sqs.createFifo("q"))
        .hasMessageContaining("must end with .fifo suffix");
    sqs.createFifo("a".repeat(75) + ".fifo");
  }

  @Test
  void findsAnExistingQueueUnlessItDiffersInWhatIsAskedFor() {
    sqs.create("q", "DelaySeconds", "5", "VisibilityTimeout", "20");

    sqs.create("q");
    sqs.create("q", "VisibilityTimeout", "20");

    assertThatThrownBy(() -> sqs.create("q", "VisibilityTimeout", "20", "DelaySeconds", "6"))
        .hasMessage(
            "A queue already exists with the same name and a different value for attribute DelaySeconds");
  }

  @Test
  void comparesDocumentsAsJson() {
    sqs.create("q", "Policy", "{\"a\":1,\"b\":[]}");

    sqs.create("q", "Policy", "{ \"b\": [], \"a\": 1 }");

    assertThatThrownBy(() -> sqs.create("q", "Policy", "{\"a\":2}"))
        .hasMessageEndingWith("a different value for attribute Policy");
  }

  @Test
  void describesAQueue() {
    sqs.create("q", "VisibilityTimeout", "20");
    sqs.send("q", "a");
    sqs.clock.advanceSeconds(90);
    sqs.client.call(
        "SetQueueAttributes", "QueueUrl", url("q"), "Attributes", map("DelaySeconds", "1"));

    assertThat(attributes("All"))
        .containsEntry("QueueArn", "arn:aws:sqs:eu-west-1:123456789012:q")
        .containsEntry("ApproximateNumberOfMessages", "1")
        .containsEntry("ApproximateNumberOfMessagesNotVisible", "0")
        .containsEntry("ApproximateNumberOfMessagesDelayed", "0")
        .containsEntry("CreatedTimestamp", "1795248000")
        .containsEntry("LastModifiedTimestamp", "1795248090")
        .containsEntry("VisibilityTimeout", "20")
        .containsEntry("DelaySeconds", "1")
        .containsEntry("MaximumMessageSize", "1048576")
        .doesNotContainKeys("FifoQueue", "RedrivePolicy");
    assertThat(attributes("DelaySeconds", "Policy")).containsOnlyKeys("DelaySeconds");
    assertThat(fault(() -> attributes("Nonsense")).getMessage())
        .isEqualTo("Unknown Attribute Nonsense.");
  }

  @Test
  void removesAPolicyThatIsSetToNothing() {
    sqs.create("q", "Policy", "{\"Version\":\"2012-10-17\"}");

    sqs.client.call("SetQueueAttributes", "QueueUrl", url("q"), "Attributes", map("Policy", ""));

    assertThat(attributes("All")).doesNotContainKey("Policy");
  }

  @Test
  void neverTurnsAFifoQueueIntoAnother() {
    sqs.createFifo("q.fifo");

    assertThatThrownBy(
            () ->
                sqs.client.call(
                    "SetQueueAttributes",
                    "QueueUrl",
                    url("q.fifo"),
                    "Attributes",
                    map("FifoQueue", "false")))
        .hasMessage(
            "Invalid value for the parameter FifoQueue. Reason: Modifying queue type is not supported.");
  }

  @Test
  void measuresBodiesAndAttributesInBytes() {
    sqs.create("q", "MaximumMessageSize", "1024");
    Map<String, Object> attribute = Map.of("k", Map.of("DataType", "String", "StringValue", "ü"));
    int room = 1024 - "k".length() - "String".length() - 2;

    send("q", "x".repeat(room), attribute);

    assertThatThrownBy(() -> send("q", "x".repeat(room + 1), attribute))
        .hasMessage(
            "One or more parameters are invalid. Reason: Message must be shorter than 1024 bytes.");
  }

  @ParameterizedTest(name = "{0} of type {1} = {2}: {3}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          a          | String    | x  |
          a.b-c_d    | Number.x  | 1  |
          a          | Number    | x  | Can't cast the value of message (user) attribute 'a' to a number.
          a          | Text      | x  | The type of message (user) attribute 'a' is invalid. You must use only the following supported type prefixes: Binary, Number, String.
          a          | ``        | x  | Message (user) attribute 'a' must contain a non-empty attribute type.
          a          | String    | `` | Message (user) attribute 'a' must contain a non-empty value of type 'String'.
          .a         | String    | x  | The message (user) attribute name '.a' is invalid
          AWS.a      | String    | x  | The message (user) attribute name 'AWS.a' is invalid
          """)
  void checksMessageAttributes(String name, String type, String value, String sentence) {
    sqs.create("q");
    Map<String, Object> attributes = Map.of(name, Map.of("DataType", type, "StringValue", value));

    if (sentence == null) {
      send("q", "body", attributes);
    } else {
      assertThatThrownBy(() -> send("q", "body", attributes)).hasMessageStartingWith(sentence);
    }
  }

  @Test
  void namesQueuesByUrlOfItsAccount() {
    sqs.create("q");

    for (String address : List.of("q", "http://127.0.0.1:4599/q", ":")) {
      assertThat(fault(() -> receiveFrom(address)).code()).isEqualTo("InvalidAddress");
    }
    assertThat(fault(() -> receiveFrom("http://127.0.0.1:4599/000000000000/q")).code())
        .isEqualTo("QueueDoesNotExist");
    receiveFrom("https://sqs.eu-west-1.amazonaws.com/123456789012/q");
  }

  @Test
  void showsOnlyTheAttributesThatAreAskedFor() {
    sqs.create("q", "VisibilityTimeout", "0");
    send(
        "q",
        "msg",
        Map.of(
            "Hello", Map.of("DataType", "String", "StringValue", "There"),
            "Help.Me", Map.of("DataType", "String", "StringValue", "Me"),
            "General", Map.of("DataType", "String", "StringValue", "Kenobi")));

    assertThat(digestFor("Hel.*")).isEqualTo("83fee93c1bcd8b9a5a923ffacdc636c7");
    assertThat(digestFor("Hello", "Foo")).isEqualTo("a311262e065454b75da111d535b8dacd");
    assertThat(digestFor("All")).isEqualTo("4c360f3fdafd970e05fae2f149d997f5");
    assertThat(digestFor(".*")).isEqualTo("4c360f3fdafd970e05fae2f149d997f5");
    assertThat(digestFor("Foo")).isNull();
  }

  @SuppressWarnings("unchecked")
  private Object digestFor(String... names) {
    Map<String, Object> answer =
        sqs.client.call(
            "ReceiveMessage", "QueueUrl", url("q"), "MessageAttributeNames", List.of(names));
    return ((List<Map<String, Object>>) answer.get("Messages"))
        .getFirst()
        .get("MD5OfMessageAttributes");
  }

  private void receiveFrom(String address) {
    sqs.client.call("ReceiveMessage", "QueueUrl", address);
  }

  private void send(String queue, String body, Map<String, Object> attributes) {
    sqs.client.call(
        "SendMessage",
        "QueueUrl",
        url(queue),
        "MessageBody",
        body,
        "MessageAttributes",
        attributes);
  }

  private Map<String, Object> attributes(String... names) {
    Map<String, Object> answer =
        sqs.client.call(
            "GetQueueAttributes", "QueueUrl", url("q"), "AttributeNames", List.of(names));
    return Map.copyOf(((Entries) answer.get("Attributes")).values());
  }

  private static AwsFault fault(Runnable call) {
    return catchThrowableOfType(AwsFault.class, call::run);
  }
}
