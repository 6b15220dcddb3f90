package io.tagwatch.notify.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagwatch.notify.http.HttpCall;
import io.tagwatch.notify.http.HttpReply;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PicturePostTest {
  private static final Picture PICTURE =
      new Picture("PNG".getBytes(StandardCharsets.US_ASCII), 600, 200, "disk of web-1 & more");

  private final ScriptedHttp http = new ScriptedHttp();

  @Test
  void uploadsToSlackAndSharesInTheThread() {
    http.then(
            ok(
                "{\"ok\":true,\"upload_url\":\"https://files.example.com/up/1\",\"file_id\":\"F1\"}"))
        .then(ok("OK - 3"))
        .then(ok("{\"ok\":true,\"files\":[{\"id\":\"F1\"}]}"));

    assertThat(add("slack-bot", "17.5")).isEmpty();

    assertThat(sent())
        .containsExactly(
            "POST https://slack.com/api/files.getUploadURLExternal application/x-www-form-urlencoded"
                + " filename=chart.png&length=3&alt_txt=disk+of+web-1+%26+more",
            "POST https://files.example.com/up/1 image/png PNG",
            "POST https://slack.com/api/files.completeUploadExternal JSON"
                + " {\"files\":[{\"id\":\"F1\",\"title\":\"disk of web-1 & more\"}],"
                + "\"channel_id\":\"C0123456\",\"thread_ts\":\"17.5\"}");
    assertThat(http.calls)
        .extracting(call -> call.headers().get("Authorization"))
        .containsExactly(
            "Bearer " + Channels.SECRET_TOKEN, null, "Bearer " + Channels.SECRET_TOKEN);
  }

  @Test
  void attachesToTheMessageOfDiscord() {
    http.then(ok("{\"id\":\"9\"}"));

    assertThat(add("discord", "9")).isEmpty();

    assertThat(sent())
        .containsExactly(
            "PATCH "
                + Channels.SECRET_URL
                + "/messages/9 multipart/form-data; boundary=tagwatch-9f4c1d7a2b6e"
                + " --tagwatch-9f4c1d7a2b6e|Content-Disposition: form-data; name=\"payload_json\"||"
                + "{\"attachments\":[{\"id\":0,\"filename\":\"chart.png\",\"description\":\"disk of web-1 & more\"}]}|"
                + "--tagwatch-9f4c1d7a2b6e|Content-Disposition: form-data; name=\"files[0]\"; filename=\"chart.png\"|"
                + "Content-Type: image/png||PNG|--tagwatch-9f4c1d7a2b6e--|");
  }

  @Test
  void answersTheMessageOfTelegramInSilence() {
    http.then(ok("{\"ok\":true,\"result\":{\"message_id\":8}}"));

    assertThat(add("telegram", "7")).isEmpty();

    assertThat(sent())
        .singleElement()
        .asString()
        .startsWith(
            "POST https://api.telegram.org/bot" + Channels.SECRET_TOKEN + "/sendPhoto multipart")
        .contains("name=\"chat_id\"||-100123|")
        .contains(
            "name=\"reply_parameters\"||{\"message_id\":7,\"allow_sending_without_reply\":true}|")
        .contains("name=\"disable_notification\"||true|")
        .contains("name=\"photo\"; filename=\"chart.png\"|Content-Type: image/png||PNG|");
  }

  @Test
  void answersTheEventOfMatrix() {
    http.then(ok("{\"content_uri\":\"mxc://example.com/abc\"}")).then(ok("{\"event_id\":\"$2\"}"));

    assertThat(add("matrix", "$1")).isEmpty();

    assertThat(sent())
        .containsExactly(
            "POST https://matrix.example.com/_matrix/media/v3/upload?filename=chart.png image/png PNG",
            "PUT https://matrix.example.com/_matrix/client/v3/rooms/%21abc%3Aexample.com/send/"
                + "m.room.message/%241.chart JSON"
                + " {\"msgtype\":\"m.image\",\"body\":\"disk of web-1 & more\",\"filename\":\"chart.png\","
                + "\"url\":\"mxc://example.com/abc\",\"info\":{\"mimetype\":\"image/png\",\"w\":600,\"h\":200,\"size\":3},"
                + "\"m.mentions\":{},\"m.relates_to\":{\"m.in_reply_to\":{\"event_id\":\"$1\"}}}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"slack-hook", "teams", "pagerduty", "webhook"})
  void knowsWhoTakesNoPictures(String channel) {
    assertThat(Channels.named(channel).service().pictures()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "slack-bot | 200 | {\"ok\":false,\"error\":\"missing_scope\"} | Slack answered 200 missing_scope",
        "slack-bot | 200 | {\"ok\":true,\"upload_url\":\"http://example.com/x9secret\"} | Slack gave no usable address for the upload",
        "discord | 403 | {\"code\":50001,\"message\":\"no\"} | Discord answered 403 50001 no",
        "discord | 500 | x | Discord answered 500",
        "telegram | 413 | {\"description\":\"too big\"} | Telegram answered 413 too big",
        "telegram | 404 | {\"description\":\"/bot12345678:AAsecretsecretsecret\"} | Telegram answered 404 /bot(secret)",
        "matrix | 403 | {\"errcode\":\"M_FORBIDDEN\"} | Matrix answered 403 M_FORBIDDEN",
        "matrix | 200 | {} | Matrix gave the picture no address",
      })
  void saysOnceWhyThereIsNoPicture(String channel, int status, String body, String reason) {
    http.then(HttpReply.of(status, body));

    assertThat(add(channel, "7")).contains(reason);
    assertThat(http.calls).hasSize(1);
  }

  @Test
  void stopsAtTheFirstStepThatFails() {
    http.then(
            ok("{\"ok\":true,\"upload_url\":\"https://files.example.com/up\",\"file_id\":\"F1\"}"))
        .then(HttpReply.of(500, "oops"));

    assertThat(add("slack-bot", "17.5")).contains("Slack's upload answered 500");
    assertThat(http.calls).hasSize(2);
  }

  @Test
  void saysThatNobodyAnswered() {
    http.then(new SocketTimeoutException("secret"));

    assertThat(add("discord", "7")).contains("no answer in time");
  }

  @Test
  void sendsNothingOnceTheTimeIsUp() {
    PicturePost post = post("discord");

    Optional<String> problem = post.add(PICTURE, "7", Deadline.in(Duration.ZERO));

    assertThat(problem).contains("no complete answer in time");
    assertThat(http.calls).isEmpty();
  }

  private Optional<String> add(String channel, String message) {
    return post(channel).add(PICTURE, message, Channels.soon());
  }

  private PicturePost post(String channel) {
    return new PicturePost(
        Channels.named(channel).service().pictures().orElseThrow(), Channels.tools(http));
  }

  private List<String> sent() {
    return http.calls.stream().map(PicturePostTest::print).toList();
  }

  private static String print(HttpCall call) {
    return call.method()
        + " "
        + call.uri()
        + " "
        + call.content()
            .map(it -> it.type() + " " + new String(it.bytes(), StandardCharsets.UTF_8))
            .orElse("JSON " + call.body())
            .replace("\r\n", "|");
  }

  private static HttpReply ok(String body) {
    return HttpReply.of(200, body);
  }
}
