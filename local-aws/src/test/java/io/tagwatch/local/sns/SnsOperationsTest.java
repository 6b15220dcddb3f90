package io.tagwatch.local.sns;

import static io.tagwatch.local.sns.SnsStory.TOPIC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tagwatch.local.protocol.AwsFault;
import io.tagwatch.local.protocol.Entries;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SnsOperationsTest {
  private final SnsStory sns = new SnsStory();

  @Test
  void describesATopic() {
    sns.subscribe(Map.of());
    sns.client.call(
        "SetTopicAttributes",
        "TopicArn",
        TOPIC,
        "AttributeName",
        "DisplayName",
        "AttributeValue",
        "Alerts");

    Map<String, Object> attributes = attributes("GetTopicAttributes", "TopicArn", TOPIC);

    assertThat(attributes)
        .containsEntry("DisplayName", "Alerts")
        .containsEntry("Owner", "123456789012")
        .containsEntry("SubscriptionsConfirmed", "1")
        .containsEntry("SubscriptionsPending", "0")
        .containsEntry("SubscriptionsDeleted", "0")
        .containsEntry("TopicArn", TOPIC);
    assertThat((String) attributes.get("Policy")).contains("\"AWS:SourceOwner\":\"123456789012\"");
  }

  @Test
  void describesASubscription() {
    String arn = sns.subscribe(Map.of());
    sns.set(arn, "FilterPolicyScope", "MessageBody");

    assertThat(attributes("GetSubscriptionAttributes", "SubscriptionArn", arn))
        .containsEntry("PendingConfirmation", "false")
        .containsEntry("RawMessageDelivery", "false")
        .doesNotContainKeys("FilterPolicy", "FilterPolicyScope");

    sns.set(arn, "FilterPolicy", "{\"object\": {\"key\": [{\"prefix\": \"auto-\"}]}}");

    assertThat(attributes("GetSubscriptionAttributes", "SubscriptionArn", arn))
        .containsEntry("FilterPolicyScope", "MessageBody")
        .containsEntry("FilterPolicy", "{\"object\": {\"key\": [{\"prefix\": \"auto-\"}]}}");
  }

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          FakeAttribute      | x                                | Invalid parameter: AttributeName
          RawMessageDelivery | test-ValUe                       | Invalid parameter: RawMessageDelivery: Invalid value [test-ValUe]. Must be true or false.
          FilterPolicyScope  | RandomValue                      | Invalid parameter: FilterPolicyScope: Invalid value [RandomValue]. Please use either MessageBody or MessageAttributes
          FilterPolicy       | {"object": {"key": ["x"]}}       | Invalid parameter: Filter policy scope MessageAttributes does not support nested filter policy
          FilterPolicy       | {invalid}                        | Invalid parameter: FilterPolicy: failed to parse JSON. Unexpected character ('i' (code 105))
          RedrivePolicy      | {"deadLetterTargetArn": "fake"}  | Invalid parameter: RedrivePolicy: deadLetterTargetArn is an invalid arn
          RedrivePolicy      | {invalid}                        | Invalid parameter: RedrivePolicy: failed to parse JSON. Unexpected character ('i' (code 105))
          """)
  void refusesSubscriptionAttributes(String name, String value, String sentence) {
    String arn = sns.subscribe(Map.of());

    AwsFault fault = fault(() -> sns.set(arn, name, value));

    assertThat(fault.code()).isEqualTo("InvalidParameter");
    assertThat(fault.getMessage()).startsWith(sentence);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          sqs           | http://127.0.0.1:4599/1/q                       | Invalid parameter: SQS endpoint ARN
          sqs           | arn:aws:sqs:eu-west-1:123456789012:q.fifo       | Invalid parameter: Invalid parameter: Endpoint Reason: FIFO SQS Queues can not be subscribed to standard SNS topics
          email         | nobody                                          | Invalid parameter: Email address
          https         | https://example.com/                            | Invalid parameter: Protocol Reason: delivery by https is not modelled by the embedded cloud
          lambda        | arn:aws:lambda:eu-west-1:123456789012:f         | Invalid parameter: Protocol Reason: delivery by lambda is not modelled by the embedded cloud
          test-protocol | x                                               | Invalid parameter: Amazon SNS does not support this protocol string: test-protocol
          """)
  void refusesEndpointsThatItCannotServe(String protocol, String endpoint, String sentence) {
    assertThat(
            fault(
                    () ->
                        sns.client.call(
                            "Subscribe",
                            "TopicArn",
                            TOPIC,
                            "Protocol",
                            protocol,
                            "Endpoint",
                            endpoint))
                .getMessage())
        .isEqualTo(sentence);
  }

  @Test
  void findsAnExistingSubscriptionUnlessItDiffersInWhatIsAskedFor() {
    String arn = sns.subscribe(Map.of("RawMessageDelivery", "true"));

    assertThat(sns.subscribe(Map.of())).isEqualTo(arn);
    assertThat(sns.subscribe(Map.of("RawMessageDelivery", "true"))).isEqualTo(arn);
    assertThat(fault(() -> sns.subscribe(Map.of("RawMessageDelivery", "false"))).getMessage())
        .isEqualTo(
            "Invalid parameter: Attributes Reason: Subscription already exists with different attributes");
  }

  @Test
  void givesATopicAtMostTwoHundredFilterPolicies() {
    for (int i = 0; i < 200; i++) {
      subscribe("q" + i, Map.of("FilterPolicy", "{\"k\": [\"v\"]}"));
    }
    subscribe("unfiltered", Map.of());

    assertThat(fault(() -> subscribe("more", Map.of("FilterPolicy", "{\"k\": [1]}"))).code())
        .isEqualTo("FilterPolicyLimitExceeded");
  }

  @ParameterizedTest(name = "[{0}]")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          fifo.fifo | Invalid parameter: Topic Name Reason: a FIFO topic is not modelled by the embedded cloud
          a b       | Invalid parameter: Topic Name
          ``        | Invalid parameter: Topic Name
          """)
  void refusesTopicNames(String name, String sentence) {
    assertThat(fault(() -> sns.client.call("CreateTopic", "Name", name)).getMessage())
        .isEqualTo(sentence);
  }

  @ParameterizedTest(name = "{1}: {2} {3}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          a    | String   | StringValue | ``   | The message attribute 'a' must contain non-empty message attribute value for message attribute type 'String'.
          a    | String   | BinaryValue | AgME | The message attribute 'a' with type 'String' must use field 'String'.
          a    | Binary   | StringValue | x    | The message attribute 'a' with type 'Binary' must use field 'Binary'.
          a    | Stringx  | StringValue | x    | The message attribute 'a' has an invalid message attribute type, the set of supported type prefixes is Binary, Number, and String.
          a    | Number   | StringValue | x    | Could not cast message attribute 'a' value to number.
          a^b  | String   | StringValue | x    | Invalid non-alphanumeric character '#x5E' was found in the message attribute name. Can only include alphanumeric characters, hyphens, underscores, or dots.
          .a   | String   | StringValue | x    | Invalid message attribute name starting with character '.' was found.
          a.   | String   | StringValue | x    | Invalid message attribute name ending with character '.' was found.
          a..b | String   | StringValue | x    | Message attribute name can not have successive '.' character.
          """)
  void refusesMessageAttributes(
      String name, String type, String field, String value, String sentence) {
    Map<String, Object> attributes = Map.of(name, Map.of("DataType", type, field, value));

    AwsFault fault = fault(() -> sns.publish("Message", "m", "MessageAttributes", attributes));

    assertThat(fault.code()).isEqualTo("ParameterValueInvalid");
    assertThat(fault.getMessage()).isEqualTo(sentence);
  }

  @Test
  void publishesAWholeBatchOrNothing() {
    sns.subscribe(Map.of());

    AwsFault fault =
        fault(
            () ->
                sns.client.call(
                    "PublishBatch",
                    "TopicArn",
                    TOPIC,
                    "PublishBatchRequestEntries",
                    List.of(
                        Map.of("Id", "1", "Message", "fine"),
                        Map.of("Id", "2", "Message", "fine", "Subject", "two\nlines"))));

    assertThat(fault.getMessage()).isEqualTo("Invalid parameter: Subject");
    assertThat(sns.puts).isEmpty();
  }

  private void subscribe(String queue, Map<String, String> attributes) {
    sns.client.call(
        "Subscribe",
        "TopicArn",
        TOPIC,
        "Protocol",
        "sqs",
        "Endpoint",
        "arn:aws:sqs:eu-west-1:123456789012:" + queue,
        "Attributes",
        attributes);
  }

  private Map<String, Object> attributes(String operation, String member, String arn) {
    Map<String, Object> answer = sns.client.call(operation, member, arn);
    return Map.copyOf(((Entries) answer.get("Attributes")).values());
  }

  private static AwsFault fault(Runnable call) {
    return catchThrowableOfType(AwsFault.class, call::run);
  }
}
