package io.tagwatch.notify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueueNameTest {

  @ParameterizedTest
  @CsvSource({
    "prod, tagwatch-prod-notify-ops, ops",
    "my-prod, tagwatch-my-prod-notify-on-call, on-call",
    "prod-notify, tagwatch-prod-notify-notify-ops, ops",
    "prod, tagwatch-prod-notify-notify-ops, notify-ops",
    "prod, tagwatch-test-notify-ops, ",
    "prod, tagwatch-prod-notify-, ",
    "prod, somebody-elses-queue, ",
  })
  void tellsTheChannelOfAQueueOfThisDeployment(String deployment, String queue, String channel) {
    assertThat(QueueName.channel("arn:aws:sqs:eu-west-1:1:" + queue, deployment).orElse(null))
        .isEqualTo(channel);
  }
}
