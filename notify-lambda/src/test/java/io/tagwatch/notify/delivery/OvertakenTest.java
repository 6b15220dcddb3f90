package io.tagwatch.notify.delivery;

import static io.tagwatch.notify.delivery.Desk.alarm;
import static org.assertj.core.api.Assertions.assertThat;

import io.tagwatch.common.log.JsonLog;
import io.tagwatch.notify.channel.Channel;
import io.tagwatch.notify.channel.Deadline;
import io.tagwatch.notify.channel.Delivery;
import io.tagwatch.notify.loudness.Loudness;
import io.tagwatch.notify.memory.Memory;
import io.tagwatch.notify.memory.ProcessMemory;
import io.tagwatch.notify.memory.SharedMemory;
import io.tagwatch.notify.memory.TableStandIn;
import io.tagwatch.notify.notification.Notification;
import io.tagwatch.notify.notification.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** While one environment waits for a busy service, the other one tells what came next. */
class OvertakenTest {
  private static final Notification FIRING = alarm("cpu", Status.FIRING, "2026-11-21T03:12:00Z");
  private static final Notification RESOLVED =
      alarm("cpu", Status.RESOLVED, "2026-11-21T03:13:00Z");

  private long nanos;
  private final Memory table = new ProcessMemory(this::now);
  private Memory memory = table;
  private final List<Outcome> outcomes = new ArrayList<>();
  private final List<String> told = new ArrayList<>();
  private boolean busy = true;
  private int questions;

  @Test
  void saysOfAnAlarmThatItIsLateWhenItsEndWasToldMeanwhile() {
    List<Undelivered> open = deliver(true, this::tellsTheEndMeanwhile, FIRING);

    assertThat(open).isEmpty();
    assertThat(told).containsExactly("cpu is resolved", "Late: cpu is firing");
  }

  @Test
  void saysSoInADigestToo() {
    Notification other = alarm("disk", Status.FIRING, "2026-11-21T03:12:30Z");

    deliver(true, this::tellsTheEndMeanwhile, FIRING, other);

    assertThat(((Outcome.Posted) outcomes.getLast()).message().parts())
        .extracting(Notification::title)
        .containsExactlyInAnyOrder("Late: cpu is firing", "disk is firing");
  }

  @Test
  void looksAgainAlsoWhenTheTableTookTheTime() {
    memory = new SharedMemory(new TableStandIn(table, this::question), this::now, JsonLog.silent());
    Notification other = alarm("disk", Status.FIRING, "2026-11-21T03:12:30Z");

    deliver(true, this::take, FIRING, other);

    assertThat(((Outcome.Posted) outcomes.getLast()).message().parts())
        .extracting(Notification::title)
        .containsExactlyInAnyOrder("Late: cpu is firing", "disk is firing");
  }

  /** After two claims and the first alarm's record, the second one's takes long. */
  private void question() {
    if (++questions == 5) {
      Memory slow = memory;
      memory = table;
      deliver(true, this::take, RESOLVED);
      memory = slow;
      nanos += Duration.ofSeconds(1).toNanos();
    }
  }

  @Test
  void opensNoIncidentThatIsOverMeanwhile() {
    List<Undelivered> open = deliver(false, this::tellsTheEndMeanwhile, FIRING);

    assertThat(open).isEmpty();
    assertThat(told).containsExactly("cpu is resolved");
    assertThat(outcomes.getLast()).isInstanceOf(Outcome.Suppressed.class);
  }

  private Delivery tellsTheEndMeanwhile(Notification message, Deadline deadline) {
    if (busy) {
      busy = false;
      deliver(true, this::take, RESOLVED);
      return new Delivery.Retryable("busy", Duration.ofSeconds(2));
    }
    return take(message, deadline);
  }

  private Delivery take(Notification message, Deadline deadline) {
    told.add(message.title());
    return new Delivery.Sent("");
  }

  private List<Undelivered> deliver(boolean says, Channel channel, Notification... messages) {
    Surroundings around =
        new Surroundings(
            time -> nanos += time.toNanos(),
            () -> 0.5,
            this::now,
            memory,
            JsonLog.silent(),
            outcomes::add,
            Errands.oneByOne());
    Addressee addressee = new Addressee("ops", channel, says, digest -> true, Loudness.FULL);
    return new Dispatcher(addressee, around)
        .deliver(
            Stream.of(messages).map(message -> new Item(message.id(), message)).toList(),
            Deadline.in(Duration.ofSeconds(30), () -> nanos));
  }

  private Instant now() {
    return Instant.parse("2026-11-21T03:14:00Z").plusNanos(nanos);
  }
}
