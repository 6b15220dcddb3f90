package io.tagwatch.notify.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagwatch.common.log.JsonLog;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SharedMemoryTest {
  private static final Duration DAY = Duration.ofDays(1);

  private Instant now = Instant.parse("2026-11-21T08:00:00Z");
  private final ProcessMemory there = new ProcessMemory(() -> now);
  private boolean down;
  private int questions;
  private final SharedMemory memory = new SharedMemory(table(), () -> now, JsonLog.silent());

  @Test
  void knowsWhatAnotherProcessWrote() {
    there.replace("m/1", Memory.Entry.NONE, "sent", DAY);

    assertThat(memory.find("m/1").text()).isEqualTo("sent");
    assertThat(memory.replace("m/1", Memory.Entry.NONE, "claimed", DAY)).isEmpty();
  }

  @Test
  void goesOnWithItsOwnWhenTheTableIsOutOfReach() {
    memory.replace("m/1", Memory.Entry.NONE, "sent", DAY);
    down = true;

    assertThat(memory.find("m/1").text()).isEqualTo("sent");
    assertThat(memory.replace("m/1", Memory.Entry.NONE, "claimed", DAY)).isEmpty();
    assertThat(memory.replace("m/2", Memory.Entry.NONE, "claimed", DAY)).isPresent();
  }

  @Test
  void leavesATableInPeaceThatDoesNotAnswerAndComesBackToIt() {
    down = true;
    memory.find("m/1");
    memory.find("m/2");
    memory.forget("m/3");
    assertThat(questions).isEqualTo(1);

    down = false;
    there.replace("m/1", Memory.Entry.NONE, "sent", DAY);
    now = now.plusSeconds(31);

    assertThat(memory.find("m/1").text()).isEqualTo("sent");
  }

  @Test
  void forgetsInTime() {
    memory.replace("m/1", Memory.Entry.NONE, "claimed", Duration.ofSeconds(90));
    now = now.plusSeconds(90);

    assertThat(memory.find("m/1")).isEqualTo(Memory.Entry.NONE);
    assertThat(memory.replace("m/1", Memory.Entry.NONE, "claimed", DAY)).isPresent();
  }

  @Test
  void keepsChannelsApartAndKeysShort() {
    Memory ops = memory.of("ops");

    ops.replace("a/" + "x".repeat(5_000), Memory.Entry.NONE, "1", DAY);

    assertThat(memory.of("other").find("a/" + "x".repeat(5_000)).known()).isFalse();
    assertThat(ops.find("a/" + "x".repeat(5_000)).known()).isTrue();
    ops.replace("a/y", Memory.Entry.NONE, "1", DAY);
    assertThat(there.find("a/ops/y").known()).isTrue();
  }

  private Table table() {
    return new Table() {
      @Override
      public Memory.Entry find(String key) {
        ask();
        return there.find(key);
      }

      @Override
      public Optional<Memory.Entry> replace(
          String key, Memory.Entry found, String text, Duration keep) {
        ask();
        return there.replace(key, found, text, keep);
      }

      @Override
      public void forget(String key) {
        ask();
        there.forget(key);
      }

      private void ask() {
        questions++;
        if (down) {
          throw new UnreachableException("no answer");
        }
      }
    };
  }
}
