package io.tagwatch.notify.channel.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagwatch.notify.Samples;
import io.tagwatch.notify.channel.Channel;
import io.tagwatch.notify.channel.Channels;
import io.tagwatch.notify.channel.Delivery;
import io.tagwatch.notify.channel.ScriptedHttp;
import io.tagwatch.notify.http.HttpReply;
import io.tagwatch.notify.message.Messages;
import io.tagwatch.notify.notification.Notification;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Looking somebody up is a courtesy. */
class SlackPeopleTest {
  private static final HttpReply POSTED = HttpReply.of(200, "{\"ok\":true,\"ts\":\"17.1\"}");

  @Test
  void tellsTheMessageWhenTheLookUpBreaks() {
    ScriptedHttp http = new ScriptedHttp().then(new IllegalStateException("pool")).then(POSTED);

    Delivery delivery = bot(http).deliver(owned("joe@example.com"), Channels.soon());

    assertThat(delivery).isInstanceOf(Delivery.Sent.class);
    assertThat(http.calls.get(1).body()).doesNotContain("<@").contains("joe@example.com");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<html>",
        "[]",
        "{",
        "null",
        "{\"ok\":true}",
        "{\"ok\":true,\"user\":null}",
        "{\"ok\":true,\"user\":[\"U1\"]}",
        "{\"ok\":true,\"user\":{\"id\":7}}",
        "{\"ok\":true,\"user\":{\"id\":\"\"}}",
        "{\"ok\":true,\"user\":{\"id\":{\"id\":\"U1\"}}}",
        "{\"ok\":true,\"user\":{\"id\":\"U1> <!channel\"}}",
        "{\"ok\":true,\"user\":{\"id\":\"S0TEAM\"}}",
        "{\"ok\":\"true\",\"user\":{\"id\":\"U1\"}}"
      })
  void mentionsNobodyWhenTheAnswerHasNoPerson(String answer) {
    ScriptedHttp http = new ScriptedHttp().then(HttpReply.of(200, answer)).then(POSTED);

    Delivery delivery = bot(http).deliver(owned("joe@example.com"), Channels.soon());

    assertThat(delivery).isInstanceOf(Delivery.Sent.class);
    assertThat(http.calls.get(1).body()).doesNotContain("<@", "<!", "<!subteam");
  }

  @Test
  void asksOnceForEachAddressAlsoWhenNobodyHasIt() {
    ScriptedHttp http =
        new ScriptedHttp()
            .then(HttpReply.of(200, "{\"ok\":false,\"error\":\"users_not_found\"}"))
            .then(POSTED);
    Channel bot = bot(http);

    for (int i = 0; i < 5; i++) {
      bot.deliver(owned("joe@example.com"), Channels.soon());
    }

    assertThat(lookUps(http)).isEqualTo(1);
  }

  @Test
  void asksForNobodyElseWhileSlackIsBusy() {
    ScriptedHttp http =
        new ScriptedHttp().then(new HttpReply(429, Optional.of("30"), "")).then(POSTED);
    Channel bot = bot(http);

    for (int i = 0; i < 5; i++) {
      bot.deliver(owned("joe" + i + "@example.com"), Channels.soon());
    }

    assertThat(lookUps(http)).isEqualTo(1);
  }

  @Test
  void asksForNobodyWhenTheBotMayNot() {
    ScriptedHttp http =
        new ScriptedHttp()
            .then(HttpReply.of(200, "{\"ok\":false,\"error\":\"missing_scope\"}"))
            .then(POSTED);
    Channel bot = bot(http);

    for (int i = 0; i < 5; i++) {
      bot.deliver(owned("joe" + i + "@example.com"), Channels.soon());
    }

    assertThat(lookUps(http)).isEqualTo(1);
  }

  @Test
  void asksForNobodyWhenAMessageMentionsNobody() {
    ScriptedHttp http = new ScriptedHttp().then(POSTED);

    bot(http).deliver(owned("team web"), Channels.soon());
    bot(http).deliver(owned("@joe"), Channels.soon());
    bot(http).deliver(owned("joe@localhost"), Channels.soon());

    assertThat(lookUps(http)).isZero();
  }

  private static long lookUps(ScriptedHttp http) {
    return http.calls.stream()
        .filter(call -> call.uri().getPath().endsWith("/users.lookupByEmail"))
        .count();
  }

  private static Channel bot(ScriptedHttp http) {
    return Channels.named("slack-bot").service().open(Channels.tools(http));
  }

  private static Notification owned(String owner) {
    return Messages.recognise(Samples.alarm("cpu", "ALARM"), "m1")
        .edited()
        .replaceField("Owner", owner)
        .owner(Optional.of(owner))
        .build();
  }
}
