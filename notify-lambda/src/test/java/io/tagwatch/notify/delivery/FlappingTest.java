package io.tagwatch.notify.delivery;

import static io.tagwatch.notify.delivery.Desk.alarm;
import static org.assertj.core.api.Assertions.assertThat;

import io.tagwatch.notify.channel.Delivery;
import io.tagwatch.notify.loudness.Flapping;
import io.tagwatch.notify.loudness.Loudness;
import io.tagwatch.notify.memory.Memory;
import io.tagwatch.notify.memory.ProcessMemory;
import io.tagwatch.notify.notification.Notification;
import io.tagwatch.notify.notification.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What was decided of a flapping alarm is not taken for told until somebody was told. */
class FlappingTest {
  private static final Loudness DAMPED =
      new Loudness(Optional.empty(), Optional.of(new Flapping(3, Duration.ofMinutes(10))));
  private static final Delivery FAILURE = new Delivery.Retryable("status 503", Duration.ZERO);
  private static final Delivery DONE = new Delivery.Sent("");

  @Test
  void saysAgainThatAnAlarmFlapsWhenThatWasNotDelivered() {
    Desk desk = desk(null);
    twoChanges(desk);
    desk.answer = FAILURE;
    desk.at("2026-11-21T03:02:30Z").queued(change(2));
    desk.answer = DONE;

    List<Undelivered> open = desk.at("2026-11-21T03:08:00Z").queued(change(2));

    assertThat(open).isEmpty();
    assertThat(desk.titles()).endsWith("Flapping: cpu is firing");
    assertThat(desk.told.getLast().criterion().orElseThrow()).startsWith("3 changes in 10 min");
  }

  @Test
  void saysSoInAnotherEnvironmentToo() {
    Memory shared = new ProcessMemory(() -> Instant.parse("2026-11-21T03:08:00Z"));
    Desk one = desk(shared);
    Desk two = desk(shared);
    twoChanges(one);
    one.answer = FAILURE;
    one.at("2026-11-21T03:02:30Z").queued(change(2));

    two.at("2026-11-21T03:08:00Z").queued(change(2));

    assertThat(two.titles()).containsExactly("Flapping: cpu is firing");
  }

  @Test
  void countsWhatCameBeforeTheAnnouncementGotThrough() {
    Desk desk = desk(null);
    twoChanges(desk);
    desk.answer = FAILURE;
    desk.at("2026-11-21T03:02:30Z").queued(change(2));
    desk.at("2026-11-21T03:03:30Z").queued(change(3));
    desk.answer = DONE;

    desk.at("2026-11-21T03:08:00Z").queued(change(2));
    desk.at("2026-11-21T03:13:00Z").queued(change(3));

    assertThat(desk.titles()).endsWith("Flapping: cpu is firing", "Settled: cpu is resolved");
    assertThat(desk.told.get(2).criterion().orElseThrow()).startsWith("4 changes in 10 min");
    assertThat(desk.told.getLast().summary()).startsWith("after 4 changes");
  }

  @Test
  void saysAfterHowManyChangesItSettledAlsoWhenThatFailedAtFirst() {
    Desk desk = desk(null);
    twoChanges(desk);
    desk.at("2026-11-21T03:02:30Z").queued(change(2));
    desk.at("2026-11-21T03:03:30Z").queued(change(3));
    desk.answer = FAILURE;
    desk.at("2026-11-21T03:13:00Z").queued(change(3));
    desk.answer = DONE;

    desk.at("2026-11-21T03:19:00Z").queued(change(3));
    desk.at("2026-11-21T03:20:30Z").queued(change(20));

    assertThat(desk.titles()).endsWith("Settled: cpu is resolved", "cpu is firing");
    assertThat(desk.told.get(3).summary()).startsWith("after 4 changes");
  }

  @Test
  void saysTheLastStateOnlyOfManyThatComeLongAfterwards() {
    Desk desk = desk(null);

    List<Undelivered> open =
        desk.at("2026-11-21T05:00:00Z")
            .queued(change(0), change(1), change(2), change(3), change(4), change(5));

    assertThat(open).isEmpty();
    assertThat(desk.titles()).containsExactly("Settled: cpu is resolved · 4 changes");
  }

  private static Desk desk(Memory memory) {
    return new Desk("2026-11-21T03:00:30Z", true, DAMPED, memory);
  }

  private static void twoChanges(Desk desk) {
    desk.queued(change(0));
    desk.at("2026-11-21T03:01:30Z").queued(change(1));
  }

  /** In every even minute it fires, in every odd one it is resolved. */
  private static Notification change(int minute) {
    String at = "2026-11-21T03:%02d:00Z".formatted(minute);
    return alarm("cpu", minute % 2 == 0 ? Status.FIRING : Status.RESOLVED, at);
  }
}
