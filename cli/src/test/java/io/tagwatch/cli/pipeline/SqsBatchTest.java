package io.tagwatch.cli.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

class SqsBatchTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ARN = "arn:aws:sqs:eu-west-1:123456789012:tagwatch-prod-notify-ops";

  private final SqsBatch batch = new SqsBatch(ARN, List.of(message("a"), message("b")));

  @Test
  void looksLikeTheEventThatLambdaMakes() throws JsonProcessingException {
    assertThat(batch.event().path("Records").path(0))
        .isEqualTo(
            JSON.readTree(
                """
                {"messageId": "a", "receiptHandle": "handle of a", "body": "{}",
                 "attributes": {"ApproximateReceiveCount": "1"},
                 "messageAttributes": {"kind": {"dataType": "String", "stringValue": "test"}},
                 "md5OfBody": "99914b932bd37a50b983c5e7c90ae93b", "eventSource": "aws:sqs",
                 "eventSourceARN": "%s", "awsRegion": "eu-west-1"}
                """
                    .formatted(ARN)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"batchItemFailures": []}                            | a b
          {"batchItemFailures": [{"itemIdentifier": "a"}]}     | b
          {"batchItemFailures": [{"itemIdentifier": "a"}, {"itemIdentifier": "b"}]} | ''
          {"batchItemFailures": null}                          | a b
          {}                                                   | a b
          null                                                 | a b
          {"batchItemFailures": [{"itemIdentifier": ""}]}      | ''
          {"batchItemFailures": [{"itemIdentifier": null}]}    | ''
          {"batchItemFailures": [{}]}                          | ''
          {"batchItemFailures": [{"itemIdentifier": "other"}]} | ''
          """)
  void deletesWhatTheFunctionTook(String answer, String done) throws JsonProcessingException {
    JsonNode answered = JSON.readTree(answer);

    assertThat(String.join(" ", batch.done(answered).stream().map(Message::messageId).toList()))
        .isEqualTo(done);
  }

  private static Message message(String id) {
    return Message.builder()
        .messageId(id)
        .receiptHandle("handle of " + id)
        .body("{}")
        .md5OfBody("99914b932bd37a50b983c5e7c90ae93b")
        .attributes(Map.of(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "1"))
        .messageAttributes(
            Map.of(
                "kind",
                MessageAttributeValue.builder().dataType("String").stringValue("test").build()))
        .build();
  }
}
