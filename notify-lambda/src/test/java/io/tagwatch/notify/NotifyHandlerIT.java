package io.tagwatch.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tagwatch.common.Environment;
import io.tagwatch.common.config.ConfigException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotifyHandlerIT {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path config;
  private final ChatStandIn chat = new ChatStandIn();

  @AfterEach
  void close() {
    chat.close();
  }

  @Test
  void deliversABatchOfOneAlarmToItsChannelOnly() throws IOException {
    NotifyHandler handler =
        handler("{ops: {type: slack, webhook: 'env:A'}, hook: {type: webhook, url: 'env:B'}}");

    String answer =
        handle(
            handler,
            Samples.batch("ops", Samples.envelope("m1", "x", Samples.alarm("cpu", "ALARM"))));

    assertThat(answer).isEqualTo("{\"batchItemFailures\":[]}");
    assertThat(chat.posts).extracting(ChatStandIn.Post::path).containsExactly("/a/secret-aaaa");
    assertThat(json(0).get("text").asText())
        .startsWith("🔴 *<https://eu-west-1.console.aws.amazon.com/")
        .contains("CPU is 97.25 % on web-1")
        .contains("critical over 95 %");
  }

  @Test
  void takesRawDeliveryToo() throws IOException {
    NotifyHandler handler = handler("{hook: {type: webhook, url: 'env:B'}}");

    handle(handler, Samples.batch("hook", Samples.alarm("cpu", "OK")));

    assertThat(json(0).get("status").asText()).isEqualTo("resolved");
    assertThat(json(0).get("id").asText()).isEqualTo("item-1");
  }

  @ParameterizedTest
  @CsvSource({"hook, 50", "hook, 100", "ops, 50", "ops, 100"})
  void foldsFiftyAlarmsOfOneBatchIntoOneDigest(String channel, int count) throws IOException {
    NotifyHandler handler =
        handler("{ops: {type: slack, webhook: 'env:A'}, hook: {type: webhook, url: 'env:B'}}");
    String[] bodies =
        IntStream.range(0, count)
            .mapToObj(i -> Samples.envelope("m" + i, "x", Samples.alarm("cpu" + i, "ALARM")))
            .toArray(String[]::new);

    String answer = handle(handler, Samples.batch(channel, bodies));

    assertThat(answer).isEqualTo("{\"batchItemFailures\":[]}");
    assertThat(chat.posts).hasSize(1);
    String post = chat.posts.getFirst().body();
    assertThat(IntStream.range(0, count)).allMatch(i -> post.contains("/cpu" + i + "/critical"));
  }

  @Test
  void namesExactlyWhatIsUndelivered() throws IOException {
    NotifyHandler handler = handler("{hook: {type: webhook, url: 'env:B'}}");
    chat.then(200, "ok").then(409, "no");

    String answer =
        handle(
            handler,
            Samples.batch(
                "hook",
                Samples.envelope("m1", null, "first"),
                Samples.envelope("m2", null, "second"),
                Samples.envelope("m3", null, "third")));

    assertThat(answer).isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"item-2\"}]}");
    assertThat(chat.posts).hasSize(3);
  }

  @Test
  void postsTheSameMessageOnceEvenWhenItComesAgain() throws IOException {
    NotifyHandler handler = handler("{hook: {type: webhook, url: 'env:B'}}");
    String twice = Samples.envelope("m1", null, "hello");

    handle(handler, Samples.batch("hook", twice, twice));
    handle(handler, Samples.batch("hook", twice));

    assertThat(chat.posts).hasSize(1);
  }

  @Test
  void postsEveryDirectEventEvenWhenTheyCarryNoIdentifier() throws IOException {
    NotifyHandler handler = handler("{hook: {type: webhook, url: 'env:B'}}");

    handle(handler, "{\"id\": 1, \"text\": \"first\"}");
    handle(handler, "{\"id\": 1, \"text\": \"second\"}");
    handle(handler, "{\"id\": 1, \"text\": \"second\"}");

    assertThat(chat.posts).hasSize(3);
  }

  @Test
  void answersAnEmptyBatchAsABatch() throws IOException {
    NotifyHandler handler = handler("{hook: {type: webhook, url: 'env:B'}}");

    assertThat(handle(handler, "{\"Records\": []}")).isEqualTo("{\"batchItemFailures\":[]}");
    assertThat(chat.posts).isEmpty();
  }

  @Test
  void sendsARefusedDigestItemByItem() throws IOException {
    NotifyHandler handler = handler("{hook: {type: webhook, url: 'env:B'}}");
    chat.then(400, "").then(400, "").then(200, "").then(409, "");

    String answer =
        handle(
            handler,
            Samples.batch(
                "hook",
                Samples.envelope("m1", null, Samples.alarm("a", "ALARM")),
                Samples.envelope("m2", null, Samples.alarm("b", "ALARM"))));

    assertThat(answer).contains("item-2").doesNotContain("item-1");
    assertThat(chat.posts).hasSize(4);
  }

  @Test
  void tellsEveryChannelOfADirectEventAndFailsIfOneIsNotTold() throws IOException {
    NotifyHandler handler =
        handler(
            "{a: {type: webhook, url: 'env:A'}, b: {type: webhook, url: 'env:B'}, c: {type: slack, webhook: 'env:NOT_SET'}}");

    assertThatThrownBy(() -> handle(handler, Samples.snsEvent(Samples.envelope("m1", "s", "t"))))
        .isInstanceOf(UndeliveredException.class)
        .hasMessage(
            "not delivered: c: env:NOT_SET is not set; set the environment variable NOT_SET");
    assertThat(chat.posts).hasSize(2);
  }

  @Test
  void honoursRetryAfterWithinTheTimeThatIsLeft() throws IOException {
    NotifyHandler handler = handler("{ops: {type: slack, webhook: 'env:A'}}");
    chat.then(429, "rate_limited", "Retry-After", "1");

    String answer = handle(handler, Samples.batch("ops", "hello"));

    assertThat(answer).isEqualTo("{\"batchItemFailures\":[]}");
    assertThat(chat.posts).hasSize(2);
  }

  @Test
  void handsBackWhatMustWaitLongerThanTheFunctionLives() throws IOException {
    NotifyHandler handler = handler("{ops: {type: slack, webhook: 'env:A'}}");
    chat.always(429, "rate_limited", "Retry-After", "600");

    String answer = handle(handler, Samples.batch("ops", "one", "two"));

    assertThat(answer).contains("item-1").contains("item-2");
    assertThat(chat.posts).hasSize(1);
  }

  @Test
  void readsARefusedSecretOnceMoreAndThenGivesUp() throws IOException {
    NotifyHandler handler = handler("{ops: {type: slack, webhook: 'env:A'}}");
    chat.always(404, "no_service");

    String answer = handle(handler, Samples.batch("ops", "one"));

    assertThat(answer).contains("item-1");
    assertThat(chat.posts).hasSize(2);
  }

  @Test
  void sendsAnInvalidPayloadOnceMoreInItsPlainestForm() throws IOException {
    NotifyHandler handler = handler("{ops: {type: slack, webhook: 'env:A'}}");
    chat.then(400, "invalid_blocks");

    String answer = handle(handler, Samples.batch("ops", Samples.alarm("cpu", "ALARM")));

    assertThat(answer).isEqualTo("{\"batchItemFailures\":[]}");
    assertThat(json(1).fieldNames()).toIterable().containsExactly("text");
  }

  @Test
  void failsTheItemsOfAQueueWhoseChannelIsGone() throws IOException {
    NotifyHandler handler = handler("{ops: {type: slack, webhook: 'env:A'}}");

    assertThat(handle(handler, Samples.batch("old", "one"))).contains("item-1");
    assertThat(chat.posts).isEmpty();
  }

  @Test
  void listsEveryMistakeOfItsConfigurationWhenItStarts() throws IOException {
    assertThatThrownBy(
            () ->
                handler(
                    "{a: {type: slak, webhook: 'env:A'}, b: {type: slack, webhook: 'https://x'},"
                        + " c: {type: webhook, url: 'env:B', kinds: [alrm], colour: red}}"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("has 4 errors")
        .hasMessageContaining("unknown type \"slak\"; did you mean \"slack\"?")
        .hasMessageContaining("channels.b.webhook")
        .hasMessageContaining("did you mean \"alarm\"?")
        .hasMessageContaining("unknown key \"colour\"")
        .hasMessageNotContaining("https://x");
  }

  private NotifyHandler handler(String channels) throws IOException {
    String json =
        "{\"channels\": "
            + channels
                .replaceAll("([a-zA-Z_]+): ", "\"$1\": ")
                .replaceAll(": ([a-z]+)([,}])", ": \"$1\"$2")
                .replaceAll("\\[([a-z]+)\\]", "[\"$1\"]")
                .replace('\'', '"')
            + "}";
    Files.writeString(config.resolve("channels.json"), json);
    Map<String, String> variables = new HashMap<>();
    variables.put("TAGWATCH_CONFIG_DIR", config.toString());
    variables.put("TAGWATCH_DEPLOYMENT", "prod");
    variables.put("TAGWATCH_LOG_LEVEL", "error");
    variables.put("A", chat.url() + "/a/secret-aaaa");
    variables.put("B", chat.url() + "/b/secret-bbbb");
    return new NotifyHandler(new Environment(variables, InstantSource.system()));
  }

  private JsonNode json(int post) throws IOException {
    return JSON.readTree(chat.posts.get(post).body());
  }

  private static String handle(NotifyHandler handler, String event) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    handler.handleRequest(
        new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), out, null);
    return out.toString(StandardCharsets.UTF_8);
  }
}
