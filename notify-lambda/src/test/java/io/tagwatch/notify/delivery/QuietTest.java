package io.tagwatch.notify.delivery;

import static io.tagwatch.notify.delivery.Desk.alarm;
import static org.assertj.core.api.Assertions.assertThat;

import io.tagwatch.common.alarm.Severity;
import io.tagwatch.notify.channel.Delivery;
import io.tagwatch.notify.loudness.Loudness;
import io.tagwatch.notify.loudness.QuietHours;
import io.tagwatch.notify.notification.Notification;
import io.tagwatch.notify.notification.Status;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final QuietHours NIGHT =
      new QuietHours(
          LocalTime.of(22, 0), LocalTime.of(7, 0), BERLIN, EnumSet.allOf(DayOfWeek.class));
  private static final Loudness NIGHTLY = new Loudness(Optional.of(NIGHT), Optional.empty());

  @ParameterizedTest
  @CsvSource({
    "2026-11-21T20:59:59Z,",
    "2026-11-21T21:00:00Z, 2026-11-22T06:00:00Z",
    "2026-11-22T05:59:59Z, 2026-11-22T06:00:00Z",
    "2026-11-22T06:00:00Z,",
    "2026-03-28T22:00:00Z, 2026-03-29T05:00:00Z",
    "2026-10-24T21:00:00Z, 2026-10-25T06:00:00Z",
  })
  void endsWhenTheClockOfItsZoneSaysSo(Instant now, Instant end) {
    assertThat(NIGHT.end(now)).isEqualTo(Optional.ofNullable(end));
  }

  @Test
  void joinsDaysThatFollowEachOther() {
    QuietHours weekend =
        new QuietHours(
            LocalTime.MIDNIGHT,
            LocalTime.MIDNIGHT,
            BERLIN,
            Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY));

    assertThat(weekend.end(Instant.parse("2026-11-21T12:00:00Z")))
        .contains(Instant.parse("2026-11-22T23:00:00Z"));
    assertThat(weekend.end(Instant.parse("2026-11-23T12:00:00Z"))).isEmpty();
  }

  @Test
  void holdsUntilTheEndWhatIsNotCritical() {
    Desk desk = new Desk("2026-11-21T22:00:00Z", true, NIGHTLY);

    List<Undelivered> open =
        desk.queued(
            alarm("disk", Status.FIRING, Severity.WARNING, "2026-11-21T22:00:00Z"),
            alarm("cpu", Status.FIRING, Severity.CRITICAL, "2026-11-21T22:00:00Z"));

    assertThat(desk.titles()).containsExactly("cpu is firing");
    assertThat(open).singleElement().matches(Undelivered::held);
    assertThat(((Delivery.Retryable) open.getFirst().delivery()).after())
        .isEqualTo(Duration.ofHours(8));
  }

  @Test
  void sumsUpInOneMessageWhatCameInQuietHours() {
    Desk desk = new Desk("2026-11-22T06:00:05Z", true, NIGHTLY);

    List<Undelivered> open =
        desk.queued(
            alarm("disk", Status.FIRING, "2026-11-21T22:00:00Z"),
            alarm("disk", Status.RESOLVED, "2026-11-21T22:30:00Z"),
            alarm("memory", Status.FIRING, "2026-11-21T23:00:00Z"));

    assertThat(open).isEmpty();
    assertThat(desk.told).hasSize(1);
    Notification summary = desk.told.getFirst();
    assertThat(summary.title())
        .isEqualTo("Quiet hours 22:00–07:00 are over · 3 messages: 1 alarm, 1 resolved in 30 min");
    assertThat(summary.parts())
        .extracting(Notification::title)
        .containsExactly("memory is firing", "disk is resolved · 2 changes");
    assertThat(desk.queued(alarm("memory", Status.FIRING, "2026-11-21T23:00:00Z"))).isEmpty();
    assertThat(desk.told).hasSize(1);
  }

  @Test
  void tellsAtOnceWhatCannotWaitInAQueue() {
    Desk desk = new Desk("2026-11-21T22:00:00Z", true, NIGHTLY);

    assertThat(desk.direct(alarm("disk", Status.FIRING, "2026-11-21T22:00:00Z"))).isEmpty();
    assertThat(desk.told).hasSize(1);
  }
}
