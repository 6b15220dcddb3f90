package io.tagwatch.local.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tagwatch.local.CloudOptions;
import io.tagwatch.local.EmbeddedCloud;
import io.tagwatch.local.ForeignClient;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Clients that are not ours: boto3 in three protocols, the AWS CLI, and Query by hand. */
class ForeignClientsIT {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final EmbeddedCloud cloud =
      EmbeddedCloud.start(
          CloudOptions.defaults().startingAt(Instant.parse("2026-11-21T08:00:00Z")));
  private final ForeignClient client = new ForeignClient(cloud.url());

  @AfterEach
  void close() {
    cloud.close();
  }

  @Test
  void speaksWithBoto3InEveryProtocol() throws Exception {
    assertThat(client.python("cloudwatch.py")).contains("spoke smithy-rpc-v2-cbor, json, query");
  }

  @Test
  void leadsEveryRowOfTheMissingDataTablesToItsState() throws Exception {
    assertThat(client.python("missing_data.py"))
        .contains("120 alarms are in the states of the guide, and the subscriber was told");
  }

  @Test
  void playsTheStoryOfAnAlarmWithTheCommandLine() throws Exception {
    String topic = json("sns", "create-topic", "--name", "alarms").get("TopicArn").asText();
    String queue = json("sqs", "create-queue", "--queue-name", "q").get("QueueUrl").asText();
    String queueArn = "arn:aws:sqs:eu-west-1:123456789012:q";
    client.aws(
        "sns",
        "subscribe",
        "--topic-arn",
        topic,
        "--protocol",
        "sqs",
        "--notification-endpoint",
        queueArn);
    client.aws(
        "cloudwatch",
        "put-metric-alarm",
        "--alarm-name",
        "cpu",
        "--namespace",
        "AWS/EC2",
        "--metric-name",
        "CPUUtilization",
        "--dimensions",
        "Name=InstanceId,Value=i-1",
        "--statistic",
        "Average",
        "--period",
        "60",
        "--evaluation-periods",
        "1",
        "--threshold",
        "95",
        "--comparison-operator",
        "GreaterThanThreshold",
        "--alarm-actions",
        topic);
    client.aws(
        "cloudwatch",
        "put-metric-data",
        "--namespace",
        "AWS/EC2",
        "--metric-name",
        "CPUUtilization",
        "--dimensions",
        "InstanceId=i-1",
        "--value",
        "97.5",
        "--timestamp",
        "2026-11-21T08:00:00Z");

    moveClock("{\"now\": \"2026-11-21T08:01:00Z\"}");

    JsonNode alarm = json("cloudwatch", "describe-alarms").at("/MetricAlarms/0");
    assertThat(alarm.get("StateValue").asText()).isEqualTo("ALARM");
    assertThat(alarm.get("StateReason").asText()).contains("[97.5 (21/11/26 08:00:00)]");
    JsonNode body =
        JSON.readTree(
            json("sqs", "receive-message", "--queue-url", queue).at("/Messages/0/Body").asText());
    JsonNode told = JSON.readTree(body.get("Message").asText());
    assertThat(told.get("AlarmName").asText()).isEqualTo("cpu");
    assertThat(told.at("/Trigger/Dimensions/0/name").asText()).isEqualTo("InstanceId");
    assertThat(told.get("StateChangeTime").asText()).isEqualTo("2026-11-21T08:01:00.000+0000");
    assertThat(client.refusedAws("cloudwatch", "list-dashboards"))
        .contains("(UnknownOperationException)", "is not modelled by the embedded cloud");
  }

  @Test
  void answersQueryByHand() throws Exception {
    String put =
        query(
            "Action=PutMetricAlarm&Version=2010-08-01&AlarmName=a%26b&Namespace=App&MetricName=m"
                + "&Statistic=Sum&Period=60&EvaluationPeriods=1&Threshold=1"
                + "&ComparisonOperator=LessThanThreshold&AlarmActions="
                + "&Dimensions.member.1.Name=Host&Dimensions.member.1.Value=h1");
    String described = query("Action=DescribeAlarms&Version=2010-08-01&AlarmNames.member.1=a%26b");
    String refused = query("Action=SetAlarmState&Version=2010-08-01&AlarmName=x");

    assertThat(put)
        .contains(
            "<PutMetricAlarmResponse xmlns=\"http://monitoring.amazonaws.com/doc/2010-08-01/\">");
    assertThat(described)
        .contains(
            "<CompositeAlarms></CompositeAlarms><MetricAlarms><member>",
            "<AlarmName>a&amp;b</AlarmName><ActionsEnabled>true</ActionsEnabled>",
            "<Dimensions><member>",
            "<Threshold>1.0</Threshold>",
            "<StateUpdatedTimestamp>2026-11-21T08:00:00.000Z</StateUpdatedTimestamp>");
    assertThat(refused)
        .contains(
            "<Type>Sender</Type><Code>ValidationError</Code><Message>2 validation errors detected:"
                + " Value null at 'stateValue'");
  }

  private JsonNode json(String... arguments) throws Exception {
    return JSON.readTree(client.aws(arguments));
  }

  private void moveClock(String wish) throws Exception {
    post("/_local/clock", "application/json", wish);
  }

  private String query(String form) throws Exception {
    return post("/", "application/x-www-form-urlencoded", form);
  }

  private String post(String path, String type, String body) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
              HttpRequest.newBuilder(URI.create(cloud.url() + path))
                  .header("Content-Type", type)
                  .header(
                      "Authorization",
                      "AWS4-HMAC-SHA256 Credential=k/20261121/eu-west-1/monitoring/aws4_request")
                  .POST(BodyPublishers.ofString(body))
                  .build(),
              BodyHandlers.ofString())
          .body();
    }
  }
}
