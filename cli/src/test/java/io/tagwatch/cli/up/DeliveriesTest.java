package io.tagwatch.cli.up;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagwatch.cli.config.YamlDocument;
import io.tagwatch.cli.page.model.ChatPost;
import io.tagwatch.cli.terminal.Style;
import io.tagwatch.common.config.ConfigFile;
import io.tagwatch.common.config.Problems;
import io.tagwatch.notify.channel.Form;
import io.tagwatch.notify.config.ChannelsConfig;
import io.tagwatch.notify.delivery.Outcome;
import io.tagwatch.notify.message.Messages;
import io.tagwatch.notify.notification.Digest;
import io.tagwatch.notify.notification.Notification;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What people see of outcomes: the lines of {@code up} and the messages of the page. */
class DeliveriesTest {
  private static final Instant EIGHT = Instant.parse("2026-11-21T08:00:00Z");

  private final ChannelsConfig channels = channels();
  private final List<String> said = new ArrayList<>();
  private Instant now = EIGHT;
  private final Deliveries deliveries =
      new Deliveries(
          () -> now,
          channels,
          new Herald(
              new JournalSink(Style.PLAIN, (at, topic, text) -> said.add(topic + " " + text)),
              () -> now,
              channels));

  @Test
  void showsWhatAChannelTook() {
    deliveries.told(new Outcome.Posted("ops", message("one")));

    assertThat(said).singleElement().asString().startsWith("MESSAGE").contains("one", "→ ops");
    assertThat(deliveries.posts())
        .singleElement()
        .satisfies(post -> assertThat(post.payload()).contains("text one"))
        .extracting(ChatPost::channel, ChatPost::undelivered)
        .containsExactly("ops", "");
  }

  @Test
  void saysNothingOfWhatNobodyIsTold() {
    deliveries.told(new Outcome.Suppressed("ops", message("one"), "is no news"));

    assertThat(said).isEmpty();
    assertThat(deliveries.posts()).isEmpty();
  }

  @Test
  void tellsADigestInOneLine() {
    Notification digest = Digest.of(List.of(message("one"), message("two"), message("three")));

    deliveries.told(new Outcome.Posted("ops", digest));

    assertThat(said).hasSize(1);
    assertThat(deliveries.posts()).hasSize(1);
  }

  @Test
  void saysOnceThatAChannelFailsAndOnceThatItIsBack() {
    deliveries.told(new Outcome.Failed("ops", message("one"), "Slack answered 503", false));
    deliveries.told(new Outcome.Held("ops", message("two"), "Slack answered 503"));
    deliveries.told(new Outcome.Failed("ops", message("one"), "Slack answered 500", false));
    deliveries.told(new Outcome.Posted("hook", message("one")));
    deliveries.told(new Outcome.Posted("ops", message("one")));
    deliveries.told(new Outcome.Posted("ops", message("two")));

    assertThat(said)
        .hasSize(5)
        .startsWith("CHANNEL channel ops takes no messages  Slack answered 503")
        .containsOnlyOnce("CHANNEL channel ops takes messages again");
  }

  @Test
  void keepsWhatIsUndeliveredWithItsReasonUntilItIsDelivered() {
    deliveries.told(new Outcome.Failed("ops", message("one"), "Slack answered 503", false));
    now = EIGHT.plusSeconds(60);
    deliveries.told(new Outcome.Failed("ops", message("one"), "Slack answered 404", true));

    assertThat(deliveries.posts())
        .singleElement()
        .extracting(ChatPost::at, ChatPost::undelivered)
        .containsExactly(EIGHT, "Slack answered 404; tried 2 times");

    deliveries.told(new Outcome.Posted("ops", Digest.of(List.of(message("one"), message("two")))));

    assertThat(deliveries.posts()).extracting(ChatPost::undelivered).containsExactly("");
  }

  @Test
  void marksWhatWentToTheDeadLettersAsGivenUp() {
    deliveries.told(new Outcome.Failed("ops", message("one"), "Slack answered 404", true));
    deliveries.told(new Outcome.Failed("ops", message("one"), "Slack answered 404", true));

    assertThat(deliveries.gaveUp("ops", "one")).isTrue();
    assertThat(deliveries.gaveUp("ops", "of an earlier run")).isFalse();

    assertThat(deliveries.posts())
        .singleElement()
        .extracting(ChatPost::givenUp, ChatPost::undelivered)
        .containsExactly(
            true, "Slack answered 404; after 2 tries it is kept with the dead letters");
  }

  @Test
  void showsAMessageInTheFormInWhichItWasSent() {
    deliveries.told(new Outcome.Posted("ops", message("one"), Form.PLAIN));
    deliveries.told(new Outcome.Posted("ops", message("one"), Form.RICH));

    assertThat(deliveries.posts())
        .extracting(post -> post.payload().contains("blocks"))
        .containsExactly(false, true);
  }

  @Test
  void keepsTheNewestOfALongRun() {
    for (int i = 0; i < 700; i++) {
      deliveries.told(new Outcome.Posted("ops", message("m" + i)));
    }

    assertThat(deliveries.posts()).hasSize(500);
    assertThat(deliveries.posts().getFirst().payload()).contains("text m200");
  }

  private static Notification message(String id) {
    return Messages.recognise("text " + id, id);
  }

  private static ChannelsConfig channels() {
    Problems problems = new Problems("channels.yaml");
    String yaml =
        """
        channels:
          ops: {type: slack, webhook: "env:OPS"}
          hook: {type: webhook, url: "env:HOOK"}
        """;
    return ChannelsConfig.read(new ConfigFile(problems, YamlDocument.parse(yaml, problems)));
  }
}
