package io.tagwatch.notify.channel.slack;

import static io.tagwatch.notify.channel.slack.Conversation.error;
import static org.assertj.core.api.Assertions.assertThat;

import io.tagwatch.common.alarm.Severity;
import io.tagwatch.notify.Samples;
import io.tagwatch.notify.channel.Delivery;
import io.tagwatch.notify.channel.StoredPayload;
import io.tagwatch.notify.http.HttpReply;
import io.tagwatch.notify.message.Messages;
import io.tagwatch.notify.notification.Digest;
import io.tagwatch.notify.notification.Notification;
import io.tagwatch.notify.notification.Status;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a channel was told of an alarm is shown as over when it is over. */
class SlackOpenPostsTest {
  private static final String GREEN = "\"text\":\"🟢 ";

  private final Conversation slack = new Conversation();
  private final Notification firing = alarm("cpu", "ALARM");
  private final Notification silent = alarm("cpu", "INSUFFICIENT_DATA");
  private final Notification resolved = alarm("cpu", "OK");

  @Test
  void turnsEveryPostOfAnIncidentGreenAndSaysTheEndInTheNewest() {
    slack.tell(firing);
    slack.tell(silent);
    slack.tell(firing);
    slack.tell(resolved);

    assertThat(slack.posts).hasSize(2);
    assertThat(slack.posts.values()).allMatch(post -> post.contains(GREEN));
    assertThat(slack.answers).hasSize(2);
    assertThat(slack.answers.getFirst()).startsWith("17.1: ").contains("No data");
    assertThat(slack.answers.getLast()).startsWith("17.2: ").contains("is back");
  }

  @Test
  void doesSoInAnotherProcessToo() {
    slack.tell(firing);
    slack.elsewhere().tell(firing);
    slack.elsewhere().tell(resolved);

    assertThat(slack.posts).hasSize(2);
    assertThat(slack.posts.values()).allMatch(post -> post.contains(GREEN));
  }

  @Test
  void saysInTheFirstPostHowItEnded() {
    slack.tell(firing);
    slack.tell(resolved);

    assertThat(slack.posts.get("17.1"))
        .contains("CPU is 97.25 % on web-1")
        .contains(resolved.title())
        .contains("OK since 03:12 UTC");
  }

  @Test
  void looksWhenItIsOverExactlyAsReviewed() throws IOException {
    slack.tell(Messages.recognise(Samples.message("own-disk.json"), "m1"));
    slack.tell(Messages.recognise(Samples.message("own-disk-ok.json"), "m2"));
    slack.tell(Digest.of(List.of(firing, alarm("disk", "ALARM"), alarm("memory", "ALARM"))));
    slack.tell(resolved);

    StoredPayload.check("slack-bot/settled.json", slack.posts.get("17.1"));
    StoredPayload.check("slack-bot/settled-digest.json", slack.posts.get("17.2"));
  }

  @Test
  void startsAFreshConversationAfterAnEnd() {
    slack.tell(firing);
    slack.tell(resolved);
    slack.tell(firing);
    slack.tell(resolved);

    assertThat(slack.updated).containsExactly("17.1", "17.2");
    assertThat(slack.answers.getLast()).startsWith("17.2: ");
  }

  @Test
  void settlesAPostThatSaidOnlyThatThereIsNoData() {
    slack.tell(silent);
    slack.tell(resolved);

    assertThat(slack.answers).hasSize(1);
    assertThat(slack.posts.get("17.1")).contains(GREEN);
  }

  @Test
  void keepsTheTenNewest() {
    for (int i = 0; i < 12; i++) {
      slack.tell(firing);
    }
    slack.tell(resolved);

    assertThat(slack.updated).hasSize(10).startsWith("17.12", "17.11").endsWith("17.3");
  }

  @Test
  void goesOnWithWhatAnOlderVersionRemembered() {
    slack
        .tools
        .memory()
        .replace(
            "t/" + firing.dedupKey().orElseThrow(),
            io.tagwatch.notify.memory.Memory.Entry.NONE,
            "16.5",
            Duration.ofDays(1));

    slack.tell(firing);
    slack.tell(resolved);

    assertThat(slack.answers.getLast()).startsWith("17.1: ");
    assertThat(slack.posts.get("17.1")).contains(GREEN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "message_not_found",
        "cant_update_message",
        "edit_window_closed",
        "is_archived",
        "something_new"
      })
  void updatesTheOthersWhenOnePostCannotBeChanged(String error) {
    slack.tell(firing);
    slack.tell(firing);

    Delivery delivery = slack.nextUpdate(error(error)).tell(resolved);

    assertThat(delivery).isInstanceOf(Delivery.Sent.class);
    assertThat(slack.updated).containsExactly("17.2", "17.1");
    assertThat(slack.posts.get("17.1")).contains(GREEN);
  }

  @Test
  void leavesABusySlackInPeaceAndCatchesUpLater() {
    slack.tell(firing);
    slack.tell(firing);

    Delivery delivery = slack.nextUpdate(error("ratelimited")).tell(resolved);
    slack.tell(alarm("disk", "ALARM"));
    slack.elsewhere().tell(alarm("disk", "OK"));

    assertThat(delivery).isInstanceOf(Delivery.Sent.class);
    assertThat(slack.updated).containsExactly("17.2", "17.3", "17.2", "17.1");
    assertThat(slack.posts.values()).allMatch(post -> post.contains(GREEN));
  }

  @Test
  void asksABusySlackNotAgainAtOnce() {
    slack.tell(firing);
    slack.tell(alarm("disk", "ALARM"));

    slack.nextUpdate(new HttpReply(429, Optional.of("30"), "")).tell(resolved);
    slack.tell(alarm("disk", "OK"));

    assertThat(slack.updated).containsExactly("17.1");
  }

  @Test
  void leavesTheTimeToMessagesThatStillWait() {
    slack.tell(firing);

    Delivery delivery = slack.tell(resolved, Duration.ofSeconds(2));
    slack.tell(alarm("disk", "ALARM"));
    slack.tell(alarm("disk", "OK"));

    assertThat(delivery).isInstanceOf(Delivery.Sent.class);
    assertThat(slack.updated).containsExactly("17.2", "17.1");
  }

  @Test
  void postsInTheChannelWhatAThreadDoesNotTake() {
    slack.tell(firing);

    Delivery delivery = slack.nextAnswer(error("cannot_reply_to_message")).tell(resolved);

    assertThat(delivery).isInstanceOf(Delivery.Sent.class);
    assertThat(slack.posts.get("17.2")).contains("is back");
    assertThat(slack.posts.get("17.1")).contains(GREEN);
  }

  @Test
  void turnsNothingGreenForWhatComesLate() {
    Notification late = resolved.edited().is(resolved.kind(), Status.INFO, Severity.INFO).build();
    slack.tell(firing);

    slack.tell(late);

    assertThat(slack.updated).isEmpty();
    assertThat(slack.answers).hasSize(1).allMatch(answer -> answer.startsWith("17.1: "));
  }

  @Test
  void takesAnOkOfAnAlarmThatFlapsForTheEndSinceItMayBe() {
    slack.tell(firing);
    slack.tell(resolved.edited().title("Flapping: CPU is back").build());
    slack.tell(resolved.edited().title("Settled: CPU is back").build());

    assertThat(slack.posts.get("17.1")).contains(GREEN).contains("Flapping: CPU is back");
    assertThat(slack.posts.get("17.2")).contains("Settled: CPU is back");
  }

  @Test
  void saysTheEndOfAStormInTheStormsThread() {
    slack.tell(Digest.of(List.of(firing, alarm("disk", "ALARM"), alarm("memory", "ALARM"))));

    slack.tell(Digest.of(List.of(resolved, alarm("disk", "OK"))));

    assertThat(slack.posts).hasSize(1);
    assertThat(slack.answers).hasSize(1);
    assertThat(slack.updated).containsExactly("17.1");
    assertThat(slack.posts.get("17.1")).contains("🔴 *1 alarm, 2 resolved");
  }

  @Test
  void turnsThePostsOfAllAlarmsGreenThatADigestSaysAreOver() {
    slack.tell(firing);
    slack.tell(alarm("disk", "ALARM"));

    slack.tell(Digest.of(List.of(resolved, alarm("disk", "OK"))));

    assertThat(slack.posts).hasSize(3);
    assertThat(slack.answers).isEmpty();
    assertThat(slack.posts.values()).allMatch(post -> post.contains(GREEN));
  }

  @Test
  void updatesInPortionsWhatManyAlarmsLeave() {
    List<Notification> over = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      slack.tell(alarm("cpu-" + i, "ALARM"));
      over.add(alarm("cpu-" + i, "OK"));
    }

    slack.tell(Digest.of(over));
    int atOnce = slack.updated.size();
    slack.tell(firing);
    slack.tell(resolved);

    assertThat(atOnce).isEqualTo(20);
    assertThat(slack.posts.values()).allMatch(post -> post.contains(GREEN));
  }

  @Test
  void turnsAPostGreenWhoseEndAnotherProcessHasTold() {
    slack.elsewhere().tell(at(resolved, "2026-11-21T03:14:00Z"));
    slack.elsewhere().tell(at(firing, "2026-11-21T03:12:00Z"));
    slack.tell(at(firing, "2026-11-21T03:16:00Z"));

    assertThat(slack.posts.get("17.2")).contains(GREEN).contains("Over by now");
    assertThat(slack.posts.get("17.3")).contains("🔴");
  }

  @Test
  void turnsADigestGreenThatTellsOfBeginningAndEnd() {
    Notification begun = at(firing, "2026-11-21T03:12:00Z");
    Notification over = at(resolved, "2026-11-21T03:14:00Z");

    slack.tell(Digest.of(List.of(begun, over)));

    assertThat(slack.posts.get("17.1")).contains(GREEN);
  }

  @Test
  void staysRedForAnAlarmThatFiresAgainInTheSameDigest() {
    Notification begun = at(firing, "2026-11-21T03:12:00Z");
    Notification over = at(resolved, "2026-11-21T03:14:00Z");
    Notification again = at(firing, "2026-11-21T03:16:00Z");

    slack.tell(Digest.of(List.of(begun, over, again)));
    String first = slack.posts.get("17.1");
    slack.tell(at(resolved, "2026-11-21T03:18:00Z"));

    assertThat(first).contains("🔴 *1 alarm, 2 resolved");
    assertThat(slack.posts.get("17.1")).contains(GREEN);
  }

  @Test
  void staysRedForWhatBeganAfterTheEndThatIsToldBesideIt() {
    slack.tell(at(firing, "2026-11-21T03:12:00Z"));
    slack.elsewhere().tell(at(firing, "2026-11-21T03:16:00Z"));
    slack.tell(at(resolved, "2026-11-21T03:14:00Z"));
    String newest = slack.posts.get("17.2");
    slack.tell(at(resolved, "2026-11-21T03:18:00Z"));

    assertThat(slack.posts.get("17.1")).contains(GREEN);
    assertThat(newest).doesNotContain(GREEN);
    assertThat(slack.posts.get("17.2")).contains(GREEN);
  }

  private static Notification at(Notification one, String time) {
    return one.edited().occurredAt(Optional.of(java.time.Instant.parse(time))).build();
  }

  private static Notification alarm(String name, String state) {
    return Messages.recognise(Samples.alarm(name, state), name + state);
  }
}
