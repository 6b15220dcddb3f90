package io.tagwatch.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagwatch.notify.channel.ChannelType;
import io.tagwatch.notify.config.ChannelTypes;
import io.tagwatch.notify.config.ConfiguredChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class RenderingTest {
  private static final String ALARM =
      """
      {"AlarmName": "tagwatch/prod/i-0abc/cpu/critical", "AlarmDescription": "CPU of web-1.",
       "AWSAccountId": "123456789012", "NewStateValue": "ALARM", "OldStateValue": "OK",
       "NewStateReason": "Threshold Crossed", "StateChangeTime": "2026-11-21T08:00:00.123+0000",
       "Region": "EU (Ireland)", "AlarmArn": "arn:aws:cloudwatch:eu-west-1:123456789012:alarm:x",
       "Trigger": {"MetricName": "CPUUtilization", "Namespace": "AWS/EC2", "Threshold": 95.0,
       "ComparisonOperator": "GreaterThanThreshold", "Period": 60, "EvaluationPeriods": 3,
       "Dimensions": [{"name": "InstanceId", "value": "i-0abc"}]}}
      """;

  private final Rendering rendering = new Rendering(SampleChannels.all());

  @Test
  void thereIsASampleOfEveryTypeOfChannel() {
    assertThat(SampleChannels.all())
        .extracting(ConfiguredChannel::type)
        .containsExactlyInAnyOrderElementsOf(
            ChannelTypes.ALL.stream().map(ChannelType::name).toList());
  }

  @Test
  void showsAnAlarmOnEveryChannel() {
    List<Rendered> messages = rendering.event(bytes(ALARM));

    assertThat(messages).extracting(Rendered::channel).contains("slack", "webhook");
    assertThat(messages).allSatisfy(rendered -> assertThat(rendered.payload()).contains("i-0abc"));
  }

  @Test
  void opensTheBatchOfAQueue() {
    String batch =
        "{\"Records\": [{\"messageId\": \"1\", \"body\": \"first\"}, {\"messageId\": \"2\", \"body\": \"second\"}]}";

    assertThat(new Rendering(SampleChannels.all().subList(0, 1)).event(bytes(batch)))
        .extracting(rendered -> rendered.message().preview())
        .satisfiesExactly(
            line -> assertThat(line).contains("first"),
            line -> assertThat(line).contains("second"));
  }

  @Test
  void tellsAlarmsThatComeAtOnceTogetherWhereTheChannelCan() {
    byte[] first = bytes(ALARM);
    byte[] second = bytes(ALARM.replace("i-0abc", "i-0def").replace("alarm:x", "alarm:y"));

    List<Rendered> told = rendering.together(List.of(bytes("hello"), first, second));

    assertThat(told.stream().filter(one -> one.channel().equals("slack")))
        .extracting(one -> one.message().preview())
        .satisfiesExactly(
            digest -> assertThat(digest).contains("2 alarms"),
            text -> assertThat(text).contains("hello"));
    assertThat(told.stream().filter(one -> one.channel().equals("pagerduty"))).hasSize(3);
  }

  @Test
  void showsTextThatNobodyRecognises() {
    assertThat(rendering.event(bytes("disk of printer is full")))
        .allSatisfy(rendered -> assertThat(rendered.payload()).contains("printer"));
  }

  @Test
  void escapesWhatAMessageSaysInHtml() {
    String html = RenderedHtml.of(rendering.event(bytes("<script>alert(1)</script>")));

    assertThat(html).contains("&lt;script&gt;alert(1)").doesNotContain("<script>");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
