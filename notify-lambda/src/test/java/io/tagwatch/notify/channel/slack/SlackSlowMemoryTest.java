package io.tagwatch.notify.channel.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagwatch.notify.Samples;
import io.tagwatch.notify.channel.Deadline;
import io.tagwatch.notify.channel.Delivery;
import io.tagwatch.notify.memory.Memory;
import io.tagwatch.notify.memory.ProcessMemory;
import io.tagwatch.notify.message.Messages;
import io.tagwatch.notify.notification.Digest;
import io.tagwatch.notify.notification.Notification;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A shared memory in which each question takes most of a second. */
class SlackSlowMemoryTest {
  private static final Duration ANSWER = Duration.ofMillis(900);

  private final Memory fast = new ProcessMemory(InstantSource.system());
  private final Conversation slack = new Conversation(new Slow());
  private Duration answer = Duration.ZERO;
  private long nanos;

  @Test
  void leavesTimeToTheMessagesThatStillWait() {
    slack.tell(storm("ALARM"), in(50));
    answer = ANSWER;

    Delivery delivery = slack.tell(storm("OK"), in(50));

    assertThat(delivery).isInstanceOf(Delivery.Sent.class);
    assertThat(nanos).isLessThan(Duration.ofSeconds(30).toNanos());
  }

  private Notification storm(String state) {
    List<Notification> alarms =
        IntStream.range(0, 40)
            .mapToObj(i -> Messages.recognise(Samples.alarm("cpu-" + i, state), state + i))
            .toList();
    return Digest.of(alarms);
  }

  private Deadline in(int seconds) {
    return Deadline.in(Duration.ofSeconds(seconds), () -> nanos);
  }

  private final class Slow implements Memory {

    @Override
    public Entry find(String key) {
      nanos += answer.toNanos();
      return fast.find(key);
    }

    @Override
    public Optional<Entry> replace(String key, Entry found, String text, Duration keep) {
      nanos += answer.toNanos();
      return fast.replace(key, found, text, keep);
    }
  }
}
