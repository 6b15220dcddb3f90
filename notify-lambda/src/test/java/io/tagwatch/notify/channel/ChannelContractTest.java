package io.tagwatch.notify.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tagwatch.common.config.ConfigException;
import io.tagwatch.notify.Samples;
import io.tagwatch.notify.config.ConfiguredChannel;
import io.tagwatch.notify.http.DeadlineException;
import io.tagwatch.notify.http.HttpCall;
import io.tagwatch.notify.http.HttpReply;
import io.tagwatch.notify.message.Messages;
import io.tagwatch.notify.notification.Notification;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What every channel promises. A new one is added to {@link Channels} and passes. */
class ChannelContractTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Notification ALARM =
      Messages.recognise(Samples.alarm("cpu", "ALARM"), "m-1");
  private static final List<String> SECRETS =
      List.of(Channels.SECRET_URL, Channels.SECRET_TOKEN, "x9secretsecret", "AAsecretsecretsecret");

  static Stream<ConfiguredChannel> channels() {
    return Channels.all().stream();
  }

  static Stream<Arguments> channelsAndReplies() {
    String echo = "sent to " + Channels.SECRET_URL + " with " + Channels.SECRET_TOKEN;
    String json =
        "{\"ok\":false,\"error\":\""
            + echo
            + "\",\"description\":\""
            + echo
            + "\",\"message\":\""
            + echo
            + "\",\"errcode\":\""
            + echo
            + "\"}";
    List<Arguments> cases = new ArrayList<>();
    for (ConfiguredChannel channel : Channels.all()) {
      for (int status :
          new int[] {200, 204, 301, 400, 401, 403, 404, 409, 410, 413, 429, 500, 503}) {
        cases.add(Arguments.of(channel, HttpReply.of(status, echo)));
        cases.add(Arguments.of(channel, HttpReply.of(status, json)));
      }
    }
    return cases.stream();
  }

  @ParameterizedTest
  @MethodSource("channelsAndReplies")
  void neverRepeatsASecretWhateverTheServiceEchoes(ConfiguredChannel channel, HttpReply reply) {
    Delivery delivery = deliver(channel, new ScriptedHttp().then(reply));

    assertThat(delivery.toString()).doesNotContain(own(channel));
  }

  @ParameterizedTest
  @MethodSource("channels")
  void neverRepeatsASecretWhenTheConnectionFails(ConfiguredChannel channel) {
    IOException failure = new IOException("could not reach " + Channels.SECRET_URL);

    Delivery delivery = deliver(channel, new ScriptedHttp().then(failure));

    assertThat(delivery).isInstanceOf(Delivery.Retryable.class);
    assertThat(delivery.toString()).doesNotContain(SECRETS);
  }

  @ParameterizedTest
  @MethodSource("channels")
  void neverRepeatsASecretWhenSomethingOfOursBreaks(ConfiguredChannel channel) {
    String words = "Illegal character in " + Channels.SECRET_URL + " or " + Channels.SECRET_TOKEN;
    for (RuntimeException fault :
        List.of(new IllegalStateException(words), new IllegalArgumentException(words))) {
      Delivery delivery = deliver(channel, new ScriptedHttp().then(fault));

      assertThat(delivery).isInstanceOf(Delivery.Retryable.class);
      assertThat(delivery.toString()).doesNotContain(SECRETS);
    }
  }

  @ParameterizedTest
  @MethodSource("channels")
  void keepsSecretsOutOfPayloadsAndOfWhatIsPrinted(ConfiguredChannel channel) {
    ScriptedHttp http = new ScriptedHttp().then(good(channel));
    deliver(channel, http);

    assertThat(channel.service().payload(ALARM, Form.RICH)).doesNotContain(SECRETS);
    assertThat(channel.toString()).doesNotContain(SECRETS);
    assertThat(http.calls.getFirst().toString()).doesNotContain(SECRETS);
  }

  @ParameterizedTest
  @MethodSource("channels")
  void isSentWhenTheServiceSaysSo(ConfiguredChannel channel) {
    assertThat(deliver(channel, new ScriptedHttp().then(good(channel))))
        .isInstanceOf(Delivery.Sent.class);
  }

  @ParameterizedTest
  @MethodSource("channels")
  void waitsAsLongAsTheServiceAsks(ConfiguredChannel channel) {
    HttpReply busy = new HttpReply(429, Optional.of("7"), "");

    Delivery delivery = deliver(channel, new ScriptedHttp().then(busy));

    assertThat(delivery)
        .isInstanceOfSatisfying(
            Delivery.Retryable.class,
            retryable -> assertThat(retryable.after()).isEqualTo(Duration.ofSeconds(7)));
  }

  @ParameterizedTest
  @MethodSource("channels")
  void mayBeTriedAgainAfterServerErrorsAndSilence(ConfiguredChannel channel) {
    assertThat(deliver(channel, new ScriptedHttp().then(HttpReply.of(500, ""))))
        .isInstanceOf(Delivery.Retryable.class);
    assertThat(deliver(channel, new ScriptedHttp().then(HttpReply.of(503, "<html>"))))
        .isInstanceOf(Delivery.Retryable.class);
    assertThat(deliver(channel, new ScriptedHttp().then(new DeadlineException())))
        .isInstanceOf(Delivery.Retryable.class);
  }

  @ParameterizedTest
  @MethodSource("channels")
  void readsItsSecretOnceMoreWhenItIsRefused(ConfiguredChannel channel) {
    for (int status : new int[] {401, 403, 404, 410}) {
      ScriptedHttp http = new ScriptedHttp().then(HttpReply.of(status, ""));

      assertThat(deliver(channel, http)).isInstanceOf(Delivery.Rejected.class);
      assertThat(http.calls).hasSize(2);
    }
  }

  @ParameterizedTest
  @MethodSource("channels")
  void triesThePlainFormOnceWhenThePayloadIsRefused(ConfiguredChannel channel) {
    ScriptedHttp http = new ScriptedHttp().then(HttpReply.of(400, ""));

    assertThat(deliver(channel, http)).isInstanceOf(Delivery.Rejected.class);
    assertThat(http.calls).hasSize(2);
    assertThat(http.calls.get(1).body().length()).isLessThan(http.calls.get(0).body().length());
    assertThat(text(http.calls.get(1))).contains("CPU is 97.25 % on web-1");
  }

  @ParameterizedTest
  @MethodSource("channels")
  void saysWhatMattersInBothForms(ConfiguredChannel channel) throws IOException {
    for (Form form : Form.values()) {
      String payload = channel.service().payload(ALARM, form);

      assertThat(JSON.readTree(payload).isObject()).isTrue();
      assertThat(payload).contains("CPU is 97.25 % on web-1");
    }
    assertThat(channel.service().payload(ALARM, Form.RICH))
        .contains("over 95 %")
        .contains("tagwatch/prod/i-0abc123/cpu/critical");
  }

  @ParameterizedTest
  @CsvSource({
    "slack, webhook",
    "discord, webhook",
    "teams, webhook",
    "webhook, url",
    "telegram, token",
    "matrix, token",
    "pagerduty, routing_key",
    "slack, token"
  })
  void refusesSecretsThatAreNoReferencesWithoutRepeatingThem(String type, String key) {
    String json =
        "{\"channels\":{\"x\":{\"type\":\""
            + type
            + "\",\""
            + key
            + "\":\""
            + Channels.SECRET_URL
            + "\"}}}";

    assertThatThrownBy(() -> Channels.read(json))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("channels.x." + key)
        .hasMessageContaining("env:NAME")
        .hasMessageNotContainingAny(SECRETS.toArray(String[]::new));
  }

  /** A channel can only hide the secret that it knows. */
  private static List<String> own(ConfiguredChannel channel) {
    return channel.service().secrets().toString().contains("URL")
        ? List.of(Channels.SECRET_URL, "x9secretsecret")
        : List.of(Channels.SECRET_TOKEN, "AAsecretsecretsecret");
  }

  private static Delivery deliver(ConfiguredChannel channel, ScriptedHttp http) {
    return channel.service().open(Channels.tools(http)).deliver(ALARM, Channels.soon());
  }

  private static HttpReply good(ConfiguredChannel channel) {
    return Samples.goodReply(channel.name());
  }

  private static String text(HttpCall call) {
    try {
      JsonNode json = JSON.readTree(call.body());
      return json.toString();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
