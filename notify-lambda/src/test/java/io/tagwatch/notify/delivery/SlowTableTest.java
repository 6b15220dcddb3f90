package io.tagwatch.notify.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagwatch.common.log.JsonLog;
import io.tagwatch.notify.channel.Channel;
import io.tagwatch.notify.channel.Deadline;
import io.tagwatch.notify.channel.Delivery;
import io.tagwatch.notify.loudness.Loudness;
import io.tagwatch.notify.memory.ProcessMemory;
import io.tagwatch.notify.memory.SharedMemory;
import io.tagwatch.notify.memory.TableStandIn;
import io.tagwatch.notify.notification.Notification;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A table that answers, but takes nine tenths of a second each time. */
class SlowTableTest {
  private static final Instant START = Instant.parse("2026-11-21T08:00:00Z");
  private static final Duration FUNCTION = Duration.ofSeconds(52);

  private long nanos;
  private Duration tableTakes = Duration.ofMillis(900);
  private final List<Notification> told = new ArrayList<>();
  private final ProcessMemory table = new ProcessMemory(this::now);
  private final SharedMemory memory =
      new SharedMemory(
          new TableStandIn(table, () -> nanos += tableTakes.toNanos()),
          this::now,
          JsonLog.silent());

  @Test
  void tellsABatchInTimeAllTheSame() {
    List<Undelivered> open = deliver(messages(100), this::take);

    assertThat(open).isEmpty();
    assertThat(told).hasSize(100);
    assertThat(Duration.ofNanos(nanos)).isLessThan(FUNCTION.dividedBy(2));
  }

  @Test
  void remembersItselfWhatTheTableHadNoTimeFor() {
    deliver(messages(100), this::take);
    tableTakes = Duration.ZERO;

    List<Undelivered> open = deliver(messages(100), this::take);

    assertThat(open).isEmpty();
    assertThat(told).hasSize(100);
    assertThat(table.find("m/ops/m-99").text()).isEqualTo("sent");
  }

  @Test
  void answersInTimeWhenTheServiceUsedItUp() {
    List<Undelivered> open =
        deliver(
            messages(100),
            (message, deadline) -> {
              nanos += deadline.remaining().toNanos();
              return new Delivery.Retryable("no complete answer in time", Duration.ZERO);
            });

    assertThat(open).hasSize(100);
    assertThat(open.subList(1, 100))
        .allSatisfy(one -> assertThat(one.reason()).isEqualTo("no time was left"));
    assertThat(Waits.of(messages(100), open)).hasSize(99);
    assertThat(Duration.ofNanos(nanos)).isLessThan(FUNCTION.plusSeconds(3));
  }

  private List<Undelivered> deliver(List<Item> items, Channel channel) {
    Surroundings around =
        new Surroundings(
            time -> nanos += time.toNanos(),
            () -> 0.5,
            this::now,
            memory,
            JsonLog.silent(),
            Outcomes.UNHEARD,
            Errands.oneByOne());
    Addressee addressee = new Addressee("ops", channel, true, digest -> true, Loudness.FULL);
    return new Dispatcher(addressee, around).deliver(items, Deadline.in(FUNCTION, () -> nanos));
  }

  private Delivery take(Notification message, Deadline deadline) {
    nanos += Duration.ofMillis(50).toNanos();
    told.add(message);
    return new Delivery.Sent("");
  }

  private static List<Item> messages(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> Notification.draft("m-" + i).title("hello " + i).build())
        .map(
            one -> new Item(one.id(), one, Optional.of(new Item.Receipt("r", 1, Optional.empty()))))
        .toList();
  }

  private Instant now() {
    return START.plusNanos(nanos);
  }
}
