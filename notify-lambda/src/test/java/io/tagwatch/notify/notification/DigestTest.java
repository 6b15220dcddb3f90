package io.tagwatch.notify.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagwatch.common.alarm.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigestTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2 | 0 | 0 | 0 | 2 alarms",
        "1 | 1 | 0 | 0 | 1 alarm, 1 resolved",
        "0 | 2 | 10 | 0 | 2 resolved, 10 OK · all cpu",
        "0 | 0 | 36 | 0 | 36 alarms are OK · all cpu",
        "0 | 3 | 0 | 0 | 3 alarms resolved",
        "0 | 0 | 0 | 4 | 4 alarms without data",
      })
  void countsAnOkAsResolvedOnlyWhenSomethingWasFiring(
      int firing, int resolved, int fine, int silent, String title) {
    List<Notification> parts = new ArrayList<>();
    add(parts, firing, Status.FIRING, false);
    add(parts, resolved, Status.RESOLVED, true);
    add(parts, fine, Status.RESOLVED, false);
    add(parts, silent, Status.NO_DATA, false);

    assertThat(Digest.of(parts).title()).isEqualTo(title);
  }

  @Test
  void saysAtAGlanceWhatManyAlarmsShare() {
    List<Notification> parts = new ArrayList<>();
    for (int i = 1; i <= 30; i++) {
      parts.add(alarm("status-check", "web-" + i, true, Status.FIRING, false));
    }
    for (String check : List.of("api", "shop", "login", "status")) {
      parts.add(alarm("check-down", check, false, Status.FIRING, false));
    }

    assertThat(Digest.of(parts).summary())
        .isEqualTo(
            """
            🔴 status-check: 30 servers — web-1, web-2, web-3 and 27 more
            🔴 check-down: api, shop, login, status""");
  }

  @Test
  void namesInTheTitleTheKindOfAlarmThatACrowdShares() {
    List<Notification> disks = new ArrayList<>();
    for (int i = 1; i <= 35; i++) {
      disks.add(alarm("disk", "web-" + i, true, Status.FIRING, false));
    }
    List<Notification> mixed = new ArrayList<>(disks);
    mixed.add(alarm("cpu", "web-1", true, Status.FIRING, false));

    assertThat(Digest.of(disks).title()).isEqualTo("35 alarms · all disk");
    assertThat(Digest.of(mixed).title()).isEqualTo("36 alarms");
  }

  @Test
  void countsAnAlarmThatWasTheFirstToFireAsResolvedOnceItIsOver() {
    Notification one = alarm("cpu", "web-1", true, Status.FIRING, false);
    Notification two = alarm("cpu", "web-2", true, Status.FIRING, false);

    assertThat(Digest.of(List.of(one.asResolved(), two)).title()).isEqualTo("1 alarm, 1 resolved");
  }

  @Test
  void namesTheZoneThatAllServersShareElseTheRegion() {
    Notification one = alarm("cpu", "web-1", true, Status.FIRING, false);
    Notification in = placed(one, "eu-west-1b");
    Notification beside = placed(one, "eu-west-1a");
    Notification check = one.edited().region(Optional.of("eu-west-1")).build();

    assertThat(Digest.of(List.of(in, in)).title()).isEqualTo("2 alarms · all in eu-west-1b");
    assertThat(Digest.of(List.of(in, beside)).title()).isEqualTo("2 alarms · all in eu-west-1");
    assertThat(Digest.of(List.of(in, check)).title()).isEqualTo("2 alarms · all in eu-west-1");
  }

  private static Notification placed(Notification one, String zone) {
    return one.edited().region(Optional.of("eu-west-1")).zone(Optional.of(zone)).build();
  }

  @Test
  void countsNeitherLateNewsNorNoticesAsAlarmsThatAreOk() {
    Notification late = alarm("cpu", "web-1", true, Status.INFO, true);
    Notification notice = Notification.draft("n").is(Kind.EC2, Status.INFO, Severity.INFO).build();

    assertThat(Digest.of(List.of(late, late)).title()).isEqualTo("2 alarms came late");
    assertThat(Digest.of(List.of(notice, notice)).title()).isEqualTo("2 notices");
    assertThat(Digest.of(List.of(late, notice)).title()).isEqualTo("1 late, 1 notice");
  }

  @Test
  void saysOfALoneAlarmWhatItIs() {
    Notification firing = alarm("cpu", "web-1", true, Status.FIRING, false);

    assertThat(Digest.of(List.of(firing)).title()).isEqualTo("cpu of web-1");
    assertThat(Digest.of(List.of(firing.asResolved())).title()).isEqualTo("cpu of web-1");
  }

  private static void add(List<Notification> parts, int count, Status status, boolean wasFiring) {
    for (int i = 0; i < count; i++) {
      parts.add(alarm("cpu", "web-" + i, true, status, wasFiring));
    }
  }

  private static Notification alarm(
      String rule, String subject, boolean server, Status status, boolean wasFiring) {
    return Notification.draft(rule + subject)
        .is(Kind.ALARM, status, Severity.CRITICAL)
        .title(rule + " of " + subject)
        .name(Optional.of(rule + "/" + subject))
        .tally(new Tally(rule, subject, server, wasFiring))
        .build();
  }
}
