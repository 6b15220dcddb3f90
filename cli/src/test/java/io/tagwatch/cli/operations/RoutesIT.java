package io.tagwatch.cli.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.tagwatch.cli.pipeline.CloudClients;
import io.tagwatch.common.Environment;
import io.tagwatch.common.config.ConfigException;
import io.tagwatch.local.CloudOptions;
import io.tagwatch.local.EmbeddedCloud;
import io.tagwatch.notify.NotifyHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

/**
 * Channels that hear of servers by their tags. Every channel has its own queue and an invocation of
 * its own; together they must lose nothing.
 */
class RoutesIT {
  private static final String TEAMS =
      """
      {"channels": {
        "web": {"type": "webhook", "url": "env:WEB", "tags": {"Team": "web"}},
        "data": {"type": "webhook", "url": "env:DATA", "tags": {"Team": ["db", "data-*"]}}}}
      """;
  private static final String TEAMS_AND_ALL =
      TEAMS.replace(
          "{\"channels\": {",
          "{\"channels\": {\"all\": {\"type\": \"webhook\", \"url\": \"env:ALL\"},");

  private static final String ALARM =
      """
      {"AlarmName": "tagwatch/default/%1$s/cpu/critical", "NewStateValue": "%2$s",
       "NewStateReason": "Threshold Crossed", "StateChangeTime": "%3$s",
       "AlarmArn": "arn:aws:cloudwatch:%4$s:123456789012:alarm:tagwatch/default/%1$s/cpu/critical",
       "AlarmDescription": "cpu of web-1 (%1$s).\\ntagwatch: deployment=default subject=%1$s alarm=cpu severity=critical",
       "OldStateValue": "OK"}
      """;
  private static final String TERMINATED =
      """
      {"id": "e1", "detail-type": "EC2 Instance State-change Notification", "source": "aws.ec2",
       "account": "123456789012", "region": "eu-west-1", "time": "%2$s",
       "detail": {"instance-id": "%1$s", "state": "terminated"}}
      """;

  @TempDir Path folder;
  private final Queue<String> posts = new ConcurrentLinkedQueue<>();
  private final EmbeddedCloud cloud = EmbeddedCloud.start(CloudOptions.defaults());
  private final CloudClients clients = CloudClients.of(cloud.url(), "eu-west-1");
  private final Map<String, String> variables = new HashMap<>();
  private HttpServer chat;
  private NotifyHandler handler;
  private Instant time = Instant.now();
  private int messages;

  @BeforeEach
  void start() throws IOException {
    chat = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    chat.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          posts.add(exchange.getRequestURI().getPath().substring(1));
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    chat.start();
    for (String channel : List.of("web", "data", "all")) {
      variables.put(
          channel.toUpperCase(Locale.ROOT),
          "http://127.0.0.1:" + chat.getAddress().getPort() + "/" + channel);
    }
    variables.put("TAGWATCH_CONFIG_DIR", folder.toString());
    variables.put("TAGWATCH_LOG_LEVEL", "error");
    variables.put("AWS_REGION", "eu-west-1");
    variables.put("AWS_ENDPOINT_URL", cloud.url().toString());
    variables.put("AWS_ACCESS_KEY_ID", "test");
    variables.put("AWS_SECRET_ACCESS_KEY", "test");
  }

  @AfterEach
  void stop() {
    clients.close();
    cloud.close();
    chat.stop(0);
  }

  @ParameterizedTest
  @CsvSource({
    "web, web",
    "db, data",
    "data-lake, data",
    "Web, web data",
    "other, web data",
  })
  void tellsTheTeamOfAServerAndAllIfItIsNobodys(String team, String told) throws IOException {
    configure(TEAMS);
    String id = launch(team);

    publish(alarm(id, "ALARM"));

    assertThat(posts).containsExactlyInAnyOrder(told.split(" "));
  }

  @ParameterizedTest
  @CsvSource({"web, all web", "db, all data", "other, all"})
  void leavesWhatIsNobodysToTheChannelsWithoutFilters(String team, String told) throws IOException {
    configure(TEAMS_AND_ALL);
    String id = launch(team);

    publish(alarm(id, "ALARM"));

    assertThat(posts).containsExactlyInAnyOrder(told.split(" "));
  }

  @Test
  void takesEventsOfServersTheSameWayEvenOfOnesThatEnd() throws IOException {
    configure(TEAMS);
    String id = launch("web");
    clients.ec2().terminateInstances(r -> r.instanceIds(id));

    publish(TERMINATED.formatted(id, time));

    assertThat(posts).containsExactly("web");
  }

  @Test
  void tellsNoTeamOfWhatIsAboutNoServer() throws IOException {
    configure(TEAMS_AND_ALL);

    publish("{\"tagwatch\": \"notice\", \"title\": \"hello\"}");

    assertThat(posts).containsExactly("all");
  }

  @Test
  void tellsEveryTeamWhenEc2DoesNotAnswer() throws IOException {
    variables.put("AWS_ENDPOINT_URL_EC2", "http://127.0.0.1:9");
    configure(TEAMS_AND_ALL);

    publish(alarm(launch("web"), "ALARM"));

    assertThat(posts).containsExactlyInAnyOrder("all", "web", "data");
  }

  @ParameterizedTest
  @CsvSource({"i-00000000000000001, eu-west-1", "here, us-east-1"})
  void tellsEveryTeamOfAServerThatIsGoneOrElsewhere(String id, String region) throws IOException {
    configure(TEAMS);
    String server = id.equals("here") ? launch("web") : id;

    publish(ALARM.formatted(server, "ALARM", time, region));

    assertThat(posts).containsExactlyInAnyOrder("web", "data");
  }

  @Test
  void tellsTheEndOfAnAlarmWhereItsBeginningWasTold() throws IOException {
    configure(TEAMS);
    String id = launch("web");
    publish(alarm(id, "ALARM"));
    retag(id, "db");
    time = time.plus(Duration.ofMinutes(5));

    publish(alarm(id, "OK"));
    time = time.plus(Duration.ofMinutes(5));
    publish(alarm(id, "ALARM"));

    assertThat(posts).containsExactly("web", "web", "data", "data");
  }

  @Test
  void keepsWhatWaitedInAQueueWhileItsServerChangedHands() throws IOException {
    configure(TEAMS);
    String id = launch("db");
    String message = alarm(id, "ALARM");

    queued("web", message, 2);
    queued("data", message, 1);

    assertThat(posts).containsExactly("web", "data");
  }

  @Test
  void asksForTagsAsTheyAreNow() throws IOException {
    configure(TEAMS);
    String id = launch("web");
    publish(alarm(id, "OK"));
    posts.clear();
    retag(id, "db");
    time = Instant.now().plusSeconds(1);

    publish(alarm(id, "ALARM"));

    assertThat(posts).containsExactly("data");
  }

  @ParameterizedTest
  @CsvSource({
    "TAGWATCH_SERVER_NAMES, off, channels.web.tags",
    "TAGWATCH_SERVER_NAMES, off, turn it on (notify = { server_names = true } in Terraform)",
    "TAGWATCH_SERVER_NAMES, maybe, must be on or off",
    "AWS_REGION, , AWS_REGION is not set",
  })
  void refusesToStartWhereNobodyMayLook(String variable, String value, String sentence) {
    variables.remove(variable);
    if (value != null) {
      variables.put(variable, value);
    }

    assertThatThrownBy(() -> configure(TEAMS))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(sentence);
  }

  private void configure(String channels) throws IOException {
    Files.writeString(folder.resolve("channels.json"), channels);
    handler = new NotifyHandler(new Environment(variables, Instant::now));
  }

  private String launch(String team) {
    return clients
        .ec2()
        .runInstances(
            r ->
                r.imageId("ami-12345678")
                    .minCount(1)
                    .maxCount(1)
                    .tagSpecifications(
                        TagSpecification.builder()
                            .resourceType("instance")
                            .tags(tag(team))
                            .build()))
        .instances()
        .getFirst()
        .instanceId();
  }

  private void retag(String id, String team) {
    clients.ec2().createTags(r -> r.resources(id).tags(tag(team)));
  }

  private static Tag tag(String team) {
    return Tag.builder().key("Team").value(team).build();
  }

  private String alarm(String id, String state) {
    return ALARM.formatted(id, state, time, "eu-west-1");
  }

  /** As the topic gives it to every queue, and each queue to an invocation of its own. */
  private void publish(String message) throws IOException {
    messages++;
    for (String channel : List.of("all", "web", "data")) {
      if (Files.readString(folder.resolve("channels.json")).contains("\"" + channel + "\":")) {
        queued(channel, message, 1);
      }
    }
  }

  private void queued(String channel, String message, int receives) throws IOException {
    String body = message.strip().replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "");
    String event =
        """
        {"Records": [{"messageId": "%1$s", "receiptHandle": "%1$s", "body": "%2$s",
          "attributes": {"ApproximateReceiveCount": "%3$d"},
          "eventSourceARN": "arn:aws:sqs:eu-west-1:123456789012:tagwatch-default-notify-%4$s"}]}
        """
            .formatted("m" + messages, body, receives, channel);
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    handler.handleRequest(
        new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), answer, null);
    assertThat(answer.toString(StandardCharsets.UTF_8)).isEqualTo("{\"batchItemFailures\":[]}");
  }
}
