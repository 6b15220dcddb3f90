package io.tagwatch.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagwatch.common.Environment;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole function with a chat and a CloudWatch on loopback: whatever the latter does. */
class ChartIT {
  private static final String NOTHING_LEFT = "{\"batchItemFailures\":[]}";

  @TempDir Path config;
  private final ChatStandIn chat =
      new ChatStandIn().always(200, "{\"ok\":true,\"result\":{\"message_id\":7}}");
  private final ChatStandIn cloudWatch = new ChatStandIn();

  @AfterEach
  void close() {
    chat.close();
    cloudWatch.close();
  }

  @Test
  void answersTheMessageOfAnAlarmWithItsChart() throws IOException {
    cloudWatch.always(200, image(20_000));

    String answer = handle(Samples.envelope("m1", "x", Samples.alarm("cpu", "ALARM")));

    assertThat(answer).isEqualTo(NOTHING_LEFT);
    assertThat(chat.posts)
        .extracting(ChatStandIn.Post::path)
        .containsExactly("/bot12345:secret/sendMessage", "/bot12345:secret/sendPhoto");
    assertThat(chat.posts.get(1).body()).contains("{\"message_id\":7,");
    ChatStandIn.Post asked = cloudWatch.posts.getFirst();
    assertThat(asked.headers())
        .containsEntry("X-Amz-Target", "GraniteServiceVersion20100801.GetMetricWidgetImage")
        .hasEntrySatisfying(
            "Authorization",
            signed -> assertThat(signed).contains("/eu-west-1/monitoring/aws4_request"));
    assertThat(asked.body())
        .startsWith("{\"MetricWidget\":\"{\\\"width\\\":600,")
        .endsWith("\"OutputFormat\":\"png\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "500 | oops",
        "403 | {\"__type\":\"com.amazonaws#AccessDeniedException\"}",
        "200 | {}",
        "200 | {\"MetricWidgetImage\":\"bm8gcG5n\"}",
        "200 | not even JSON",
      })
  void deliversOnceWhateverCloudWatchSays(int status, String body) throws IOException {
    cloudWatch.always(status, body);

    assertThat(handle(Samples.alarm("cpu", "ALARM"))).isEqualTo(NOTHING_LEFT);
    assertThat(cloudWatch.posts).hasSize(1);
    assertThat(chat.posts).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {600_000, 2_000_000})
  void leavesOutAPictureThatIsHuge(int bytes) throws IOException {
    cloudWatch.always(200, image(bytes));

    assertThat(handle(Samples.alarm("cpu", "ALARM"))).isEqualTo(NOTHING_LEFT);
    assertThat(chat.posts).hasSize(1);
  }

  @Test
  void deliversOnceWhenCloudWatchHangs() throws IOException {
    try (ServerSocket silence = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      String url = "http://127.0.0.1:" + silence.getLocalPort();

      assertThat(handleWith(url, Samples.alarm("cpu", "ALARM"))).isEqualTo(NOTHING_LEFT);
    }
    assertThat(chat.posts).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 429, 500})
  void deliversOnceWhenTheServiceTakesNoPicture(int status) throws IOException {
    cloudWatch.always(200, image(1_000));
    chat.then(200, "{\"ok\":true,\"result\":{\"message_id\":7}}").then(status, "{}");

    assertThat(handle(Samples.alarm("cpu", "ALARM"))).isEqualTo(NOTHING_LEFT);
    assertThat(chat.posts)
        .extracting(ChatStandIn.Post::path)
        .containsExactly("/bot12345:secret/sendMessage", "/bot12345:secret/sendPhoto");
  }

  @Test
  void drawsNothingForWhatIsOverOrTogetherOrElsewhere() throws IOException {
    handle(Samples.alarm("cpu", "OK"));
    handle(Samples.alarm("cpu", "ALARM").replace("eu-west-1", "us-east-1"));
    handle(Samples.alarm("cpu", "ALARM").replace("123456789012", "222233334444"));
    handle("hello");
    handle(Samples.alarm("a", "ALARM"), Samples.alarm("b", "ALARM"));

    assertThat(chat.posts).hasSize(5);
    assertThat(cloudWatch.posts).isEmpty();
  }

  @Test
  void drawsNothingForAMessageThatIsNotThere() throws IOException {
    chat.always(403, "{}");

    assertThat(handle(Samples.alarm("cpu", "ALARM"))).contains("item-1");
    assertThat(cloudWatch.posts).isEmpty();
  }

  private String handle(String... bodies) throws IOException {
    return handleWith(cloudWatch.url(), bodies);
  }

  private String handleWith(String aws, String... bodies) throws IOException {
    Files.writeString(
        config.resolve("channels.json"),
        """
        {"channels": {"chat": {"type": "telegram", "token": "env:TOKEN", "chat": "-1", "api": "%s", "chart": true}}}
        """
            .formatted(chat.url()));
    Map<String, String> variables = new HashMap<>();
    variables.put("TAGWATCH_CONFIG_DIR", config.toString());
    variables.put("TAGWATCH_DEPLOYMENT", "prod");
    variables.put("TAGWATCH_LOG_LEVEL", "error");
    variables.put("TAGWATCH_SERVER_NAMES", "off");
    variables.put("TAGWATCH_TOPIC_ARN", "arn:aws:sns:eu-west-1:123456789012:tagwatch-prod");
    variables.put("AWS_REGION", "eu-west-1");
    variables.put("AWS_ENDPOINT_URL", aws);
    variables.put("AWS_ACCESS_KEY_ID", "test");
    variables.put("AWS_SECRET_ACCESS_KEY", "test");
    variables.put("TOKEN", "12345:secret");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new NotifyHandler(new Environment(variables, InstantSource.system()))
        .handleRequest(
            new ByteArrayInputStream(
                Samples.batch("chat", bodies).getBytes(StandardCharsets.UTF_8)),
            out,
            null);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static String image(int size) {
    byte[] png = new byte[size];
    byte[] start = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    System.arraycopy(start, 0, png, 0, start.length);
    return "{\"MetricWidgetImage\":\"" + Base64.getEncoder().encodeToString(png) + "\"}";
  }
}
