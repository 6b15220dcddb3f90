package io.tagwatch.notify.channel.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagwatch.notify.Samples;
import io.tagwatch.notify.channel.Channel;
import io.tagwatch.notify.channel.ChannelTools;
import io.tagwatch.notify.channel.Channels;
import io.tagwatch.notify.channel.Delivery;
import io.tagwatch.notify.channel.ScriptedHttp;
import io.tagwatch.notify.channel.text.NotificationText;
import io.tagwatch.notify.http.HttpReply;
import io.tagwatch.notify.message.Messages;
import io.tagwatch.notify.notification.Digest;
import io.tagwatch.notify.notification.Notification;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SlackThreadsTest {
  private final Notification firing = Messages.recognise(Samples.alarm("cpu", "ALARM"), "m1");
  private final Notification resolved = Messages.recognise(Samples.alarm("cpu", "OK"), "m2");

  @Test
  void answersAnOkInTheThreadOfItsAlarmAndTurnsTheFirstMessageGreen() {
    ScriptedHttp http = new ScriptedHttp().then(HttpReply.of(200, "{\"ok\":true,\"ts\":\"17.5\"}"));
    Channel channel = Channels.named("slack-bot").service().open(Channels.tools(http));

    channel.deliver(firing, Channels.soon());
    channel.deliver(resolved, Channels.soon());

    assertThat(http.calls).hasSize(3);
    assertThat(http.calls.get(1).uri()).hasPath("/api/chat.postMessage");
    assertThat(http.calls.get(1).body()).contains("\"thread_ts\":\"17.5\"");
    assertThat(http.calls.get(2).uri()).hasPath("/api/chat.update");
    assertThat(http.calls.get(2).body())
        .contains("\"ts\":\"17.5\"")
        .contains("🟢 *<")
        .contains("CPU is 97.25 % on web-1");
  }

  @Test
  void countsTheOkAsSentEvenWhenTheFirstMessageCannotBeChanged() {
    ScriptedHttp http =
        new ScriptedHttp()
            .then(HttpReply.of(200, "{\"ok\":true,\"ts\":\"17.5\"}"))
            .then(HttpReply.of(200, "{\"ok\":true,\"ts\":\"17.6\"}"))
            .then(HttpReply.of(200, "{\"ok\":false,\"error\":\"cant_update_message\"}"));
    Channel channel = Channels.named("slack-bot").service().open(Channels.tools(http));

    channel.deliver(firing, Channels.soon());

    assertThat(channel.deliver(resolved, Channels.soon())).isInstanceOf(Delivery.Sent.class);
  }

  @Test
  void postsAnOkOfItsOwnWhenItsAlarmIsNotRemembered() {
    ScriptedHttp http = new ScriptedHttp().then(HttpReply.of(200, "{\"ok\":true,\"ts\":\"1\"}"));
    Channel channel = Channels.named("slack-bot").service().open(Channels.tools(http));

    channel.deliver(resolved, Channels.soon());

    assertThat(http.calls).hasSize(1);
    assertThat(http.calls.getFirst().body()).doesNotContain("thread_ts");
  }

  @Test
  void postsANewAlarmAtTopLevelAndAnswersThereFromThenOn() {
    ScriptedHttp http =
        new ScriptedHttp().then(posted("17.1")).then(posted("17.2")).then(posted("17.3"));
    Channel channel = Channels.named("slack-bot").service().open(Channels.tools(http));

    channel.deliver(firing, Channels.soon());
    channel.deliver(firing, Channels.soon());
    channel.deliver(resolved, Channels.soon());

    assertThat(http.calls.get(1).body()).doesNotContain("thread_ts");
    assertThat(http.calls.get(2).body()).contains("\"thread_ts\":\"17.2\"");
    assertThat(http.calls.get(3).body()).contains("\"ts\":\"17.2\"");
  }

  @Test
  void turnsGreenWhatADigestResolvesAndForgetsIt() {
    ScriptedHttp http = new ScriptedHttp().then(posted("17.1")).then(posted("17.2"));
    Channel channel = Channels.named("slack-bot").service().open(Channels.tools(http));
    Notification other = Messages.recognise(Samples.alarm("disk", "ALARM"), "m3");

    channel.deliver(firing, Channels.soon());
    channel.deliver(Digest.of(List.of(resolved, other)), Channels.soon());
    channel.deliver(resolved, Channels.soon());

    assertThat(http.calls.get(1).body()).doesNotContain("thread_ts");
    assertThat(http.calls.get(2).uri()).hasPath("/api/chat.update");
    assertThat(http.calls.get(2).body()).contains("\"ts\":\"17.1\"").contains("🟢 *<");
    assertThat(http.calls).hasSize(4);
    assertThat(http.calls.get(3).body()).doesNotContain("thread_ts");
  }

  @Test
  void countsInADigestWhatIsResolvedLater() {
    ScriptedHttp http = new ScriptedHttp().then(posted("17.1"));
    Channel channel = Channels.named("slack-bot").service().open(Channels.tools(http));
    Notification other = Messages.recognise(Samples.alarm("disk", "ALARM"), "m3");

    channel.deliver(Digest.of(List.of(firing, other)), Channels.soon());
    channel.deliver(resolved, Channels.soon());

    assertThat(http.calls.get(1).body()).contains("\"thread_ts\":\"17.1\"");
    assertThat(http.calls.get(2).uri()).hasPath("/api/chat.update");
    assertThat(http.calls.get(2).body()).contains("🔴 *1 alarm, 1 resolved");
  }

  private static HttpReply posted(String ts) {
    return HttpReply.of(200, "{\"ok\":true,\"ts\":\"" + ts + "\"}");
  }

  @Test
  void goesOnInAnotherProcessThatSharesItsMemory() {
    ScriptedHttp http = new ScriptedHttp().then(posted("17.1"));
    ChannelTools tools = Channels.tools(http);
    Notification other = Messages.recognise(Samples.alarm("disk", "ALARM"), "m3");

    Channels.named("slack-bot")
        .service()
        .open(tools)
        .deliver(Digest.of(List.of(firing, other)), Channels.soon());
    Channels.named("slack-bot").service().open(tools).deliver(resolved, Channels.soon());

    assertThat(http.calls.get(1).body()).contains("\"thread_ts\":\"17.1\"");
    assertThat(http.calls.get(2).uri()).hasPath("/api/chat.update");
    assertThat(http.calls.get(2).body()).contains("🔴 *1 alarm, 1 resolved").contains("disk");
  }

  @Test
  void mentionsAnOwnerWhomSlackKnowsByAddressAndAsksOnce() {
    ScriptedHttp http =
        new ScriptedHttp()
            .then(HttpReply.of(200, "{\"ok\":true,\"user\":{\"id\":\"U0JOE\"}}"))
            .then(posted("17.1"));
    Channel channel = Channels.named("slack-bot").service().open(Channels.tools(http));
    Notification joes =
        firing
            .edited()
            .replaceField("Owner", "joe@example.com")
            .owner(Optional.of("joe@example.com"))
            .build();

    channel.deliver(joes, Channels.soon());
    channel.deliver(joes, Channels.soon());

    assertThat(http.calls).hasSize(3);
    assertThat(http.calls.getFirst().uri())
        .hasToString("https://slack.com/api/users.lookupByEmail?email=joe%40example.com");
    assertThat(http.calls.get(1).body()).contains("<@U0JOE>");
    assertThat(http.calls.get(2).body()).contains("<@U0JOE>");
  }

  @Test
  void postsAllTheSameWhenNobodyCanBeLookedUp() {
    ScriptedHttp http =
        new ScriptedHttp()
            .then(HttpReply.of(200, "{\"ok\":false,\"error\":\"missing_scope\"}"))
            .then(posted("17.1"));
    Channel channel = Channels.named("slack-bot").service().open(Channels.tools(http));

    Delivery delivery =
        channel.deliver(
            firing
                .edited()
                .replaceField("Owner", "joe@example.com")
                .owner(Optional.of("joe@example.com"))
                .build(),
            Channels.soon());

    assertThat(delivery).isInstanceOf(Delivery.Sent.class);
    assertThat(http.calls).hasSize(2);
    assertThat(http.calls.get(1).body()).doesNotContain("<@");
  }

  @Test
  void remembersAMessageAsItWas() {
    Notification seen = firing.edited().watched(Optional.empty()).server(Optional.empty()).build();
    Notification over = resolved.edited().server(Optional.empty()).build();
    Notification digest = Digest.of(List.of(seen, over));

    assertThat(NotificationText.read(NotificationText.write(seen))).contains(seen);
    assertThat(NotificationText.read(NotificationText.write(digest))).contains(digest);
    assertThat(NotificationText.read("{}")).isEmpty();
    assertThat(NotificationText.read("nonsense")).isEmpty();
  }
}
