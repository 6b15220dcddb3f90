package io.tagwatch.notify.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagwatch.notify.loudness.Loudness;
import io.tagwatch.notify.notification.Notification;
import io.tagwatch.notify.notification.Status;
import java.util.List;
import org.junit.jupiter.api.Test;

class MattersTest {
  private final Desk desk = new Desk("2026-11-21T03:10:00Z", true, Loudness.FULL);

  @Test
  void tellsAnAlarmOfManyChangesAsOneAlarm() {
    List<Undelivered> open =
        desk.queued(
            cpu(Status.FIRING, "03:00"),
            cpu(Status.RESOLVED, "03:02"),
            cpu(Status.FIRING, "03:04"));

    assertThat(open).isEmpty();
    assertThat(desk.titles()).containsExactly("cpu is firing · 3 changes");
    assertThat(desk.told.getFirst().isDigest()).isFalse();
  }

  @Test
  void countsAlarmsInADigestAndNotTheirMessages() {
    desk.queued(
        cpu(Status.FIRING, "03:00"),
        disk(Status.FIRING, "03:01"),
        cpu(Status.RESOLVED, "03:02"),
        cpu(Status.FIRING, "03:04"));

    assertThat(desk.titles()).singleElement().asString().startsWith("2 alarms");
    assertThat(desk.told.getFirst().parts())
        .extracting(Notification::title)
        .containsExactlyInAnyOrder("cpu is firing · 3 changes", "disk is firing");
  }

  @Test
  void callsWhatIsSaidTwiceNoChange() {
    desk.queued(cpu(Status.FIRING, "03:00"), cpu(Status.FIRING, "03:02"));

    assertThat(desk.titles()).containsExactly("cpu is firing");
  }

  private static Notification cpu(Status status, String time) {
    return Desk.alarm("cpu", status, "2026-11-21T" + time + ":00Z");
  }

  private static Notification disk(Status status, String time) {
    return Desk.alarm("disk", status, "2026-11-21T" + time + ":00Z");
  }
}
