package io.tagwatch.notify.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagwatch.common.log.JsonLog;
import io.tagwatch.notify.Corpus;
import io.tagwatch.notify.enrich.ServerCards.Card;
import io.tagwatch.notify.enrich.ServerCards.CardsUnavailableException;
import io.tagwatch.notify.enrich.ServerCards.Reason;
import io.tagwatch.notify.notification.Field;
import io.tagwatch.notify.notification.Notification;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerNamesTest {
  private static final Duration AMPLE = Duration.ofSeconds(50);
  private static final String ID = "i-abcd1111";

  private final List<Collection<String>> asked = new ArrayList<>();
  private final Notification stopped = Corpus.notifications("ec2-stopped.json").getFirst();
  private final Notification owned = Corpus.notifications("own-disk.json").getFirst();
  private Instant now = Instant.parse("2026-11-21T03:12:00Z");

  @ParameterizedTest
  @CsvSource({
    "stopped, Client.UserInitiatedShutdown, web-7 stopped (was running) · owner @jane",
    "stopped, Client.InstanceInitiatedShutdown, web-7 stopped (was running) · owner @jane",
    "stopped, Server.InternalError, web-7 stopped · owner @jane",
    "running, Client.UserInitiatedShutdown, web-7 stopped · owner @jane",
  })
  void saysWhichServerStoppedAndWhoseItIs(String state, String code, String title) {
    Notification told = names(card(state, code)).enrich(List.of(stopped), AMPLE).getFirst();

    assertThat(told.title()).isEqualTo(title);
    assertThat(told.owner()).contains("@jane");
    assertThat(told.fields())
        .contains(new Field("Server", "web-7 (i-abcd1111, t3.large, us-east-1b)"));
    assertThat(told.fields().contains(new Field("Reason", "in words")))
        .isEqualTo(state.equals("stopped"));
  }

  @Test
  void claimsNothingOfWhatATerminatedServerWas() {
    Notification terminated = stopped.edited().title(ID + " was terminated").build();

    Notification told =
        names(card("terminated", "Client.UserInitiatedShutdown"))
            .enrich(List.of(terminated), AMPLE)
            .getFirst();

    assertThat(told.title()).isEqualTo("web-7 was terminated · owner @jane");
  }

  @Test
  void namesTheServerOfAnAlarmMadeByHand() {
    Notification alarm = Corpus.notifications("event-alarm-metric.json").getFirst();
    String id = alarm.fields().getFirst().value();
    String region = alarm.region().orElseThrow();

    Notification told =
        new ServerNames(ids -> Map.of(id, card("running", "")), region, () -> now, JsonLog.silent())
            .enrich(List.of(alarm), AMPLE)
            .getFirst();

    assertThat(told.title()).isEqualTo(alarm.title().replace(id, "web-7"));
    assertThat(told.fields())
        .contains(
            new Field("Server", "web-7 (" + id + ", t3.large, us-east-1b)"),
            new Field("Owner", "@jane"));
    assertThat(told.tally().orElseThrow().subject()).contains("web-7");
  }

  @Test
  void asksOnceForAllAndLeavesOthersAsTheyAre() {
    List<Notification> told = List.of(owned, stopped, stopped);
    ServerNames names = with(Map.of());

    assertThat(names.enrich(told, AMPLE)).isEqualTo(told);
    assertThat(names.enrich(told, AMPLE)).isEqualTo(told);
    assertThat(asked).singleElement().satisfies(ids -> assertThat(ids).containsExactly(ID));
  }

  @Test
  void asksAgainForNewsAndAfterTenMinutes() {
    ServerNames names = names(card("stopped", "Server.ScheduledStop"));
    Notification later = stopped.edited().occurredAt(Optional.of(now.plusSeconds(60))).build();

    names.enrich(List.of(stopped), AMPLE);
    now = now.plusSeconds(90);
    names.enrich(List.of(later), AMPLE);
    names.enrich(List.of(later), AMPLE);
    now = now.plus(Duration.ofMinutes(11));
    names.enrich(List.of(stopped), AMPLE);

    assertThat(asked).hasSize(3);
  }

  @Test
  void asksNobodyWhenThereIsNothingToNameOrNoTime() {
    ServerNames names = names(card("stopped", ""));
    Notification elsewhere = stopped.edited().region(Optional.of("eu-west-1")).build();

    names.enrich(List.of(owned, elsewhere), AMPLE);
    names.enrich(List.of(stopped), Duration.ofSeconds(9));

    assertThat(asked).isEmpty();
  }

  @Test
  void leavesEc2InPeaceAfterAFailure() {
    ServerNames names =
        with(
            ids -> {
              asked.add(ids);
              throw new CardsUnavailableException("denied");
            });

    assertThat(names.enrich(List.of(stopped), AMPLE)).containsExactly(stopped);
    assertThat(names.enrich(List.of(stopped), AMPLE)).containsExactly(stopped);
    assertThat(asked).hasSize(1);
    now = now.plusSeconds(61);
    names.enrich(List.of(stopped), AMPLE);
    assertThat(asked).hasSize(2);
  }

  @Test
  void sendsTheMessageWhenNoAnswerComes() {
    CountDownLatch never = new CountDownLatch(1);
    ServerNames names =
        with(
            ids -> {
              asked.add(ids);
              await(never);
              return Map.of(ID, card("stopped", ""));
            });

    long start = System.nanoTime();
    List<Notification> told = names.enrich(List.of(stopped), AMPLE);
    Duration waited = Duration.ofNanos(System.nanoTime() - start);
    names.enrich(List.of(stopped), AMPLE);
    never.countDown();

    assertThat(told).containsExactly(stopped);
    assertThat(waited).isLessThan(Duration.ofSeconds(5));
    assertThat(asked).hasSize(1);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Card card(String state, String code) {
    return new Card(
        "web-7",
        "@jane",
        "t3.large",
        "us-east-1b",
        state,
        code.isEmpty() ? Optional.empty() : Optional.of(new Reason(code, "in words")),
        Optional.of(Map.of()));
  }

  private ServerNames names(Card card) {
    return with(Map.of(ID, card));
  }

  private ServerNames with(Map<String, Card> cards) {
    return with(
        ids -> {
          asked.add(ids);
          return cards;
        });
  }

  private ServerNames with(ServerCards cards) {
    return new ServerNames(cards, "us-east-1", () -> now, JsonLog.silent());
  }
}
