package io.tagwatch.notify.delivery;

import static io.tagwatch.notify.delivery.Desk.alarm;
import static org.assertj.core.api.Assertions.assertThat;

import io.tagwatch.common.alarm.Severity;
import io.tagwatch.common.log.JsonLog;
import io.tagwatch.notify.channel.Delivery;
import io.tagwatch.notify.loudness.Flapping;
import io.tagwatch.notify.loudness.Loudness;
import io.tagwatch.notify.memory.Memory;
import io.tagwatch.notify.memory.ProcessMemory;
import io.tagwatch.notify.memory.SharedMemory;
import io.tagwatch.notify.memory.Table;
import io.tagwatch.notify.memory.TableStandIn;
import io.tagwatch.notify.notification.Notification;
import io.tagwatch.notify.notification.Status;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AlarmHistoryTest {
  private static final Loudness DAMPED =
      new Loudness(Optional.empty(), Optional.of(new Flapping(3, Duration.ofMinutes(10))));
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-21T03:40:00Z"));

  @Test
  void saysHowLongAnAlarmWasCritical() {
    Desk desk = new Desk("2026-11-21T03:40:00Z", true, Loudness.FULL);

    desk.queued(alarm("cpu", Status.FIRING, Severity.CRITICAL, "2026-11-21T03:12:00Z"));
    desk.queued(alarm("cpu", Status.RESOLVED, Severity.CRITICAL, "2026-11-21T03:35:00Z"));

    assertThat(desk.told.getLast().headline()).endsWith(" (was critical for 23 min)");
    assertThat(desk.told.getLast().summary()).isEqualTo("OK since then");
  }

  @Test
  void leavesTheWordToAMessageThatSaysItself() {
    Desk desk = new Desk("2026-11-21T03:40:00Z", true, Loudness.FULL);
    Notification over =
        alarm("cpu", Status.RESOLVED, "2026-11-21T03:35:00Z")
            .edited()
            .criterion(Optional.of("was in alarm for 16 min"))
            .summary("OK since 03:35 UTC")
            .build();

    desk.queued(alarm("cpu", Status.FIRING, "2026-11-21T03:12:00Z"));
    desk.queued(over);

    assertThat(desk.told.getLast()).isEqualTo(over);
  }

  @Test
  void omitsHowLongItWasWhenNobodyKnows() {
    Desk desk = new Desk("2026-11-21T03:40:00Z", true, Loudness.FULL);

    desk.queued(alarm("cpu", Status.RESOLVED, Severity.CRITICAL, "2026-11-21T03:35:00Z"));

    assertThat(desk.told.getLast().summary()).isEqualTo("was critical · OK since then");
  }

  @Test
  void measuresFromTheFirstAlarmWhenItIsToldTwice() {
    Desk desk = new Desk("2026-11-21T03:40:00Z", true, Loudness.FULL);

    desk.queued(alarm("cpu", Status.FIRING, "2026-11-21T03:12:00Z"));
    desk.queued(alarm("cpu", Status.FIRING, "2026-11-21T03:20:00Z"));
    desk.queued(alarm("cpu", Status.RESOLVED, "2026-11-21T03:35:00Z"));

    assertThat(desk.told.getLast().criterion()).contains("was warning for 23 min");
  }

  @Test
  void saysOfLateNewsThatItIsLateAndForgetsNothingForIt() {
    Desk desk = new Desk("2026-11-21T03:40:00Z", true, Loudness.FULL);
    Notification late = alarm("cpu", Status.FIRING, "2026-11-21T03:12:00Z");

    desk.queued(alarm("cpu", Status.RESOLVED, "2026-11-21T03:35:00Z"));
    List<Undelivered> open = desk.queued(late);
    desk.queued(alarm("cpu", Status.FIRING, "2026-11-21T03:38:00Z"));

    assertThat(open).isEmpty();
    assertThat(desk.titles())
        .containsExactly("cpu is resolved", "Late: cpu is firing", "cpu is firing");
    assertThat(desk.told.get(1).status()).isEqualTo(Status.INFO);
    assertThat(desk.told.get(1).summary()).contains("resolved since 2026-11-21 03:35 UTC");
  }

  @Test
  void opensNoIncidentAgainForLateNews() {
    Desk desk = new Desk("2026-11-21T03:40:00Z", false, Loudness.FULL);

    desk.queued(alarm("cpu", Status.RESOLVED, "2026-11-21T03:35:00Z"));
    List<Undelivered> open = desk.queued(alarm("cpu", Status.FIRING, "2026-11-21T03:12:00Z"));

    assertThat(open).isEmpty();
    assertThat(desk.titles()).containsExactly("cpu is resolved");
    assertThat(desk.outcomes.getLast()).isInstanceOf(Outcome.Suppressed.class);
  }

  @Test
  void tellsABatchInTheOrderInWhichItHappened() {
    Desk desk = new Desk("2026-11-21T03:40:00Z", false, Loudness.FULL);

    desk.queued(
        alarm("cpu", Status.RESOLVED, "2026-11-21T03:35:00Z"),
        alarm("cpu", Status.FIRING, "2026-11-21T03:12:00Z"));

    assertThat(desk.titles()).containsExactly("cpu is firing", "cpu is resolved");
    assertThat(desk.told.getLast().headline()).contains("for 23 min");
  }

  @Test
  void saysOnceThatAnAlarmFlapsAndThenItsLastState() {
    Desk desk = new Desk("2026-11-21T03:00:30Z", true, DAMPED);
    desk.queued(alarm("cpu", Status.FIRING, "2026-11-21T03:00:00Z"));
    desk.at("2026-11-21T03:01:30Z").queued(alarm("cpu", Status.RESOLVED, "2026-11-21T03:01:00Z"));
    desk.at("2026-11-21T03:02:30Z").queued(alarm("cpu", Status.FIRING, "2026-11-21T03:02:00Z"));
    Notification fourth = alarm("cpu", Status.RESOLVED, "2026-11-21T03:03:00Z");
    Notification fifth = alarm("cpu", Status.FIRING, "2026-11-21T03:04:00Z");

    List<Undelivered> first = desk.at("2026-11-21T03:03:30Z").queued(fourth);
    List<Undelivered> second = desk.at("2026-11-21T03:04:30Z").queued(fifth);
    List<Undelivered> returned = desk.at("2026-11-21T03:13:00Z").queued(fourth);
    List<Undelivered> last = desk.at("2026-11-21T03:14:00Z").queued(fifth);

    assertThat(first).singleElement().matches(Undelivered::held);
    assertThat(first.getFirst().delivery())
        .isEqualTo(
            new Delivery.Retryable(first.getFirst().reason(), Duration.ofSeconds(9 * 60 + 30)));
    assertThat(second).hasSize(1);
    assertThat(returned).isEmpty();
    assertThat(last).isEmpty();
    assertThat(desk.titles())
        .containsExactly(
            "cpu is firing",
            "cpu is resolved",
            "Flapping: cpu is firing",
            "Settled: cpu is firing");
    assertThat(desk.told.get(2).criterion().orElseThrow()).startsWith("3 changes in 10 min");
    assertThat(desk.told.getLast().summary()).isEqualTo("after 5 changes");
  }

  @Test
  void tellsOfAnAlarmWhosePostFailedAlsoWhereFlappingIsDamped() {
    Desk desk = new Desk("2026-11-21T03:00:30Z", true, DAMPED);
    Notification firing = alarm("cpu", Status.FIRING, "2026-11-21T03:00:00Z");
    Notification resolved = alarm("cpu", Status.RESOLVED, "2026-11-21T03:01:00Z");
    desk.answer = new Delivery.Retryable("status 503", Duration.ofSeconds(30));
    desk.queued(firing);
    desk.at("2026-11-21T03:01:30Z").queued(resolved);
    desk.answer = new Delivery.Sent("");

    List<Undelivered> open = desk.at("2026-11-21T03:02:00Z").queued(firing);

    assertThat(open).isEmpty();
    assertThat(desk.titles()).endsWith("cpu is firing");
    assertThat(desk.outcomes.getLast()).isInstanceOf(Outcome.Posted.class);
  }

  @Test
  void tellsTheEndOfWhatItToldAlsoWhenTheAlarmWasChangedMeanwhile() {
    Desk desk = new Desk("2026-11-21T03:40:00Z", true, Loudness.FULL);
    Notification first =
        alarm("new", Status.RESOLVED, "2026-11-21T03:00:00Z").edited().news(false).build();

    desk.queued(first);
    desk.queued(alarm("cpu", Status.FIRING, "2026-11-21T03:12:00Z"));
    desk.queued(alarm("cpu", Status.RESOLVED, "2026-11-21T03:35:00Z").edited().news(false).build());

    assertThat(desk.titles()).containsExactly("cpu is firing", "cpu is resolved");
    assertThat(desk.outcomes.getFirst()).isInstanceOf(Outcome.Suppressed.class);
  }

  @Test
  void tellsTheEndOfTroubleThatIsYetToBeTold() {
    Desk desk = new Desk("2026-11-21T03:40:00Z", true, Loudness.FULL);
    Notification firing = alarm("cpu", Status.FIRING, "2026-11-21T03:12:00Z");
    desk.answer = new Delivery.Retryable("status 503", Duration.ZERO);
    desk.queued(firing);
    desk.answer = new Delivery.Sent("");
    desk.queued(alarm("cpu", Status.RESOLVED, "2026-11-21T03:35:00Z").edited().news(false).build());

    desk.queued(firing);

    assertThat(desk.titles()).containsExactly("cpu is resolved", "Late: cpu is firing");
    assertThat(desk.told.getLast().summary()).contains("resolved since 2026-11-21 03:35 UTC");
  }

  @Test
  void tellsAnEndThatMayBeNewsWhileTheSharedMemoryIsSilent() {
    Desk desk = new Desk("2026-11-21T03:40:00Z", true, Loudness.FULL, silent());

    desk.queued(alarm("cpu", Status.RESOLVED, "2026-11-21T03:35:00Z").edited().news(false).build());

    assertThat(desk.titles()).containsExactly("cpu is resolved");
  }

  @Test
  void takesAnAlarmForOpenWhileNobodyCanBeAsked() {
    Notification over = alarm("cpu", Status.RESOLVED, "2026-11-21T03:35:00Z");

    assertThat(history(silent()).isOpen(over)).isTrue();
    assertThat(history(new ProcessMemory(CLOCK)).isOpen(over)).isFalse();
  }

  private static AlarmHistory history(Memory memory) {
    return new AlarmHistory(memory, Optional.empty(), true, CLOCK);
  }

  private static Memory silent() {
    Runnable nobody =
        () -> {
          throw new Table.UnreachableException("no answer");
        };
    return new SharedMemory(
        new TableStandIn(new ProcessMemory(CLOCK), nobody), CLOCK, JsonLog.silent());
  }

  @Test
  void tellsTheEndOfWhatTheSameBatchTells() {
    Desk desk = new Desk("2026-11-21T03:40:00Z", true, Loudness.FULL);

    desk.queued(
        alarm("cpu", Status.NO_DATA, "2026-11-21T03:12:00Z"),
        alarm("cpu", Status.RESOLVED, "2026-11-21T03:35:00Z").edited().news(false).build());

    assertThat(desk.titles()).containsExactly("cpu is resolved · 2 changes");
  }

  @Test
  void countsATroubleThatIsOverIntoNoLaterOne() {
    Desk desk = new Desk("2026-11-21T06:00:00Z", true, Loudness.FULL);

    desk.queued(alarm("cpu", Status.FIRING, "2026-11-21T03:00:00Z"));
    desk.queued(alarm("cpu", Status.RESOLVED, "2026-11-21T03:10:00Z"));
    desk.queued(alarm("cpu", Status.NO_DATA, "2026-11-21T05:00:00Z"));
    desk.queued(alarm("cpu", Status.RESOLVED, "2026-11-21T05:30:00Z"));

    assertThat(desk.told.get(1).criterion()).contains("was warning for 10 min");
    assertThat(desk.told.getLast().summary()).isEqualTo("was warning · OK since then");
  }

  @Test
  void remembersTheNewestOfManyStatesOfOneDigest() {
    Memory table = new ProcessMemory(CLOCK);
    Memory shared = new SharedMemory(new TableStandIn(table, () -> {}), CLOCK, JsonLog.silent());
    Desk desk = new Desk("2026-11-21T03:40:00Z", true, Loudness.FULL, shared);

    desk.queued(
        IntStream.range(0, 12)
            .mapToObj(
                i ->
                    alarm(
                        "cpu",
                        i % 2 == 0 ? Status.FIRING : Status.RESOLVED,
                        "2026-11-21T03:%02d:00Z".formatted(i)))
            .toArray(Notification[]::new));

    assertThat(AlarmRecord.parse(table.of("ops").find("a/cpu").text()).told())
        .isEqualTo(Status.RESOLVED.word());
  }

  @Test
  void leavesItToServicesThatKeepIncidentsWhetherAFirstOkEndsOne() {
    Desk desk = new Desk("2026-11-21T03:40:00Z", false, Loudness.FULL);

    desk.queued(alarm("new", Status.RESOLVED, "2026-11-21T03:00:00Z").edited().news(false).build());

    assertThat(desk.titles()).containsExactly("new is resolved");
  }

  @Test
  void tellsEachChangeAgainOnceAFlappingAlarmWasCalm() {
    Desk desk = new Desk("2026-11-21T03:02:30Z", true, DAMPED);
    for (String minute : List.of("00", "01", "02")) {
      desk.queued(
          alarm(
              "cpu",
              minute.equals("01") ? Status.RESOLVED : Status.FIRING,
              "2026-11-21T03:" + minute + ":00Z"));
    }

    List<Undelivered> open =
        desk.at("2026-11-21T03:30:00Z")
            .queued(alarm("cpu", Status.RESOLVED, "2026-11-21T03:30:00Z"));

    assertThat(open).isEmpty();
    assertThat(desk.told.getLast().title()).isEqualTo("cpu is resolved");
  }

  @Test
  void holdsNothingBackThatWaitsInNoQueue() {
    Desk desk = new Desk("2026-11-21T03:02:30Z", true, DAMPED);

    for (int second = 0; second < 6; second++) {
      desk.direct(
          alarm(
              "cpu",
              second % 2 == 0 ? Status.FIRING : Status.RESOLVED,
              "2026-11-21T03:00:0" + second + "Z"));
    }

    assertThat(desk.told).hasSize(6);
  }
}
