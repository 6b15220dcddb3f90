package io.tagwatch.notify.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagwatch.common.alarm.Severity;
import io.tagwatch.common.log.JsonLog;
import io.tagwatch.notify.channel.Deadline;
import io.tagwatch.notify.channel.Delivery;
import io.tagwatch.notify.loudness.Loudness;
import io.tagwatch.notify.loudness.QuietHours;
import io.tagwatch.notify.memory.Memory;
import io.tagwatch.notify.memory.ProcessMemory;
import io.tagwatch.notify.notification.Notification;
import io.tagwatch.notify.notification.Status;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What pictures are asked for, and when. */
class IllustratedTest {
  private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
  private static final Loudness NIGHT =
      new Loudness(
          Optional.of(
              new QuietHours(
                  LocalTime.of(22, 0),
                  LocalTime.of(7, 0),
                  ZoneOffset.UTC,
                  EnumSet.allOf(DayOfWeek.class))),
          Optional.empty());

  private final Memory memory = new ProcessMemory(() -> NOW);
  private final List<String> pictured = new ArrayList<>();
  private boolean remembered;
  private Delivery answer = new Delivery.Sent("17.5");

  @Test
  void asksForAPictureOnceTheMessageIsRemembered() {
    deliver(alarm("cpu", "2026-11-21T07:59:00Z"));

    assertThat(pictured).containsExactly("cpu is firing 17.5");
    assertThat(remembered).isTrue();
  }

  @Test
  void asksForNoneOfADigest() {
    deliver(alarm("cpu", "2026-11-21T07:58:00Z"), alarm("disk", "2026-11-21T07:59:00Z"));

    assertThat(pictured).isEmpty();
  }

  @Test
  void asksForNoneOfWhatWasHeldBackInQuietHours() {
    deliver(alarm("cpu", "2026-11-21T03:00:00Z"));

    assertThat(pictured).isEmpty();
  }

  @Test
  void asksForNoneOfWhatIsNotThere() {
    answer = new Delivery.Rejected("no");

    assertThat(deliver(alarm("cpu", "2026-11-21T07:59:00Z"))).hasSize(1);
    assertThat(pictured).isEmpty();
  }

  private List<Undelivered> deliver(Notification... messages) {
    Addressee addressee =
        new Addressee(
            "ops",
            (message, deadline) -> answer,
            true,
            digest -> true,
            NIGHT,
            Optional.of(this::illustrate));
    Surroundings around =
        new Surroundings(time -> {}, () -> NOW, memory, JsonLog.silent(), Outcomes.UNHEARD);
    return new Dispatcher(addressee, around)
        .deliver(
            Stream.of(messages)
                .map(
                    message ->
                        new Item(
                            message.id(),
                            message,
                            Optional.of(new Item.Receipt("handle", 1, message.occurredAt()))))
                .toList(),
            Deadline.in(Duration.ofSeconds(5)));
  }

  private void illustrate(List<Illustrator.Posted> posted, Deadline deadline) {
    for (Illustrator.Posted one : posted) {
      pictured.add(one.message().title() + " " + one.reference());
      remembered = new Once(memory.of("ops")).claim(one.message().id()) == Once.Claim.SENT;
    }
  }

  private static Notification alarm(String name, String at) {
    return Desk.alarm(name, Status.FIRING, Severity.WARNING, at);
  }
}
