package io.tagwatch.bench.cold;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.tagwatch.bench.runtime.Invocation;
import io.tagwatch.local.CloudOptions;
import io.tagwatch.local.EmbeddedCloud;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * notify-lambda: one alarm message from its queue to a Slack webhook over real TLS, with or without
 * asking EC2 for the server's name.
 */
public final class NotifyScenario implements Scenario {
  static final String WITH_NAMES = "notify-names";

  private final ChatStub chat;
  private final LoopbackTls tls;
  private final Path config;
  private final Optional<EmbeddedCloud> cloud;
  private final String server;
  private int expected;

  private NotifyScenario(
      ChatStub chat, LoopbackTls tls, Path config, Optional<EmbeddedCloud> cloud, String server) {
    this.chat = chat;
    this.tls = tls;
    this.config = config;
    this.cloud = cloud;
    this.server = server;
  }

  /** The server's name is not looked up. */
  public static NotifyScenario start(Path folder) throws IOException, InterruptedException {
    return start(folder, Optional.empty(), "i-0123456789abcdef0");
  }

  /** The server is one of an embedded EC2, which is asked over plain HTTP. */
  static NotifyScenario lookingUp(Path folder) throws IOException, InterruptedException {
    EmbeddedCloud cloud = EmbeddedCloud.start(CloudOptions.defaults());
    return start(folder, Optional.of(cloud), Servers.start(cloud.url(), 1).getFirst());
  }

  private static NotifyScenario start(Path folder, Optional<EmbeddedCloud> cloud, String server)
      throws IOException, InterruptedException {
    Path config = Files.createDirectories(folder.resolve("config"));
    Files.writeString(
        config.resolve("channels.json"),
        """
        {"channels": {"ops": {"type": "slack", "webhook": "env:SLACK_WEBHOOK"}}}
        """);
    LoopbackTls tls = LoopbackTls.create(folder);
    return new NotifyScenario(ChatStub.start(tls.serverContext()), tls, config, cloud, server);
  }

  @Override
  public String function() {
    return "notify-lambda";
  }

  @Override
  public String handler() {
    return "io.tagwatch.notify.NotifyHandler";
  }

  @Override
  public Map<String, String> environment() {
    Map<String, String> variables = new HashMap<>();
    variables.put("TAGWATCH_CONFIG_DIR", config.toString());
    variables.put("SLACK_WEBHOOK", chat.url());
    variables.put("TAGWATCH_SERVER_NAMES", cloud.isPresent() ? "on" : "off");
    cloud.ifPresent(one -> variables.put("AWS_ENDPOINT_URL", one.url().toString()));
    return variables;
  }

  @Override
  public List<String> jvmFlags() {
    return tls.trustFlags();
  }

  @Override
  public byte[] event(int n) {
    String envelope =
        """
        {"Type": "Notification", "MessageId": "00000000-0000-4000-8000-%012d",
         "TopicArn": "arn:aws:sns:us-east-1:123456789012:tagwatch", "Subject": "ALARM",
         "Message": "%s", "Timestamp": "2026-11-21T08:00:00.123Z"}
        """
            .formatted(n, escaped(alarm(n)));
    return """
        {"Records": [{"messageId": "m-%d", "receiptHandle": "r", "body": "%s",
          "attributes": {"ApproximateReceiveCount": "1", "SentTimestamp": "1795248000000"},
          "messageAttributes": {}, "eventSource": "aws:sqs", "awsRegion": "us-east-1",
          "eventSourceARN": "arn:aws:sqs:us-east-1:123456789012:tagwatch-default-notify-ops"}]}
        """
        .formatted(n, escaped(envelope))
        .getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void verify(Invocation answer) {
    expected++;
    if (answer.failed()
        || !answer.text().replace(" ", "").equals("{\"batchItemFailures\":[]}")
        || chat.received() != expected) {
      throw new IllegalStateException(
          "the chat received " + chat.received() + " of " + expected + ": " + answer.text());
    }
  }

  @Override
  public Targets targets() {
    return new Targets(420, 3, 100_000_000, 6_000_000);
  }

  @Override
  public boolean takesSnapshots() {
    return true;
  }

  @Override
  public int invocations() {
    return 500;
  }

  @Override
  public void close() {
    chat.close();
    cloud.ifPresent(EmbeddedCloud::close);
  }

  private String alarm(int n) {
    return """
        {"AlarmName": "tagwatch/default/%1$s/cpu/critical",
         "AlarmDescription": "CPU of web-1 is over 95 %%.\\ntagwatch: deployment=default subject=%1$s alarm=cpu severity=critical",
         "AWSAccountId": "123456789012", "NewStateValue": "ALARM", "OldStateValue": "OK",
         "NewStateReason": "Threshold Crossed: 1 datapoint [97.0 (21/11/26 07:59:00)] was greater than the threshold (95.0).",
         "StateChangeTime": "2026-11-21T08:00:%2$02d.%3$03d+0000", "Region": "US East (N. Virginia)",
         "AlarmArn": "arn:aws:cloudwatch:us-east-1:123456789012:alarm:tagwatch/default/%1$s/cpu/critical",
         "AlarmActions": [], "OKActions": [], "InsufficientDataActions": [],
         "Trigger": {"MetricName": "CPUUtilization", "Namespace": "AWS/EC2",
          "StatisticType": "Statistic", "Statistic": "AVERAGE", "Unit": null,
          "Dimensions": [{"value": "%1$s", "name": "InstanceId"}],
          "Period": 60, "EvaluationPeriods": 3, "DatapointsToAlarm": 3,
          "ComparisonOperator": "GreaterThanThreshold", "Threshold": 95.0,
          "TreatMissingData": "missing", "EvaluateLowSampleCountPercentile": ""}}
        """
        .formatted(server, n / 1_000 % 60, n % 1_000);
  }

  private static String escaped(String text) {
    return new String(JsonStringEncoder.getInstance().quoteAsString(text));
  }
}
