package io.tagwatch.notify.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagwatch.notify.notification.Notification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubscriptionRequestTest {
  private static final String TOPIC = "arn:aws:sns:us-east-1:123456789012:MyTopic";

  @Test
  void tellsTheCommandThatConfirmsAndNoAddressThatAPreviewWouldOpen() {
    Notification told = Messages.recognise(request(TOPIC, "2336abcdef"), "1");

    assertThat(told.title())
        .isEqualTo("The topic MyTopic asks to be confirmed before it sends here");
    assertThat(told.summary())
        .isEqualTo(
            "If this is meant, run:\naws sns confirm-subscription --region us-east-1"
                + " --topic-arn arn:aws:sns:us-east-1:123456789012:MyTopic --token 2336abcdef");
    assertThat(told.links()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "arn:aws:sns:us-east-1:123456789012:MyTopic, 2336; rm -r /",
    "arn:aws:sns:us-east-1:123456789012:$(id), 2336",
    "MyTopic, 2336",
  })
  void makesNoCommandOfWhatSnsWouldNotWrite(String topic, String token) {
    assertThat(Messages.recognise(request(topic, token), "1").summary())
        .doesNotContain("aws sns confirm-subscription");
  }

  @Test
  void takesNoMessageOfAPublisherForARequestOfSns() {
    String published = request(TOPIC, "2336").replace("\"", "\\\"");
    String envelope =
        "{\"Type\": \"Notification\", \"MessageId\": \"2\", \"TopicArn\": \"%s\", \"Message\": \"%s\"}"
            .formatted(TOPIC, published);

    assertThat(Messages.recognise(envelope, "1").summary())
        .doesNotContain("aws sns confirm-subscription");
  }

  private static String request(String topic, String token) {
    return ("{\"Type\": \"SubscriptionConfirmation\", \"MessageId\": \"1\", \"TopicArn\": \"%s\","
            + " \"Token\": \"%s\", \"Message\": \"You have chosen to subscribe\","
            + " \"SubscribeURL\": \"https://sns.us-east-1.amazonaws.com/?Action=ConfirmSubscription\"}")
        .formatted(topic, token);
  }
}
