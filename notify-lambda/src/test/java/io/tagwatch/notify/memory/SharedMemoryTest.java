package io.tagwatch.notify.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagwatch.common.log.JsonLog;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SharedMemoryTest {
  private static final Duration DAY = Duration.ofDays(1);

  private Instant now = Instant.parse("2026-11-21T08:00:00Z");
  private final ProcessMemory there = new ProcessMemory(() -> now);
  private boolean down;
  private int questions;
  private final SharedMemory memory =
      new SharedMemory(new TableStandIn(there, this::ask), () -> now, JsonLog.silent());

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
    memory.replace("m/3", Memory.Entry.NONE, "sent", DAY);
    assertThat(questions).isEqualTo(1);

    down = false;
    there.replace("m/1", Memory.Entry.NONE, "sent", DAY);
    now = now.plusSeconds(31);

    assertThat(memory.find("m/1").text()).isEqualTo("sent");
  }

  @Test
  void tellsTheTableWhatItMissedBeforeItIsAskedForItAgain() {
    down = true;
    Memory.Entry claim =
        memory.replace("m/1", Memory.Entry.NONE, "claimed", Duration.ofSeconds(90)).orElseThrow();
    memory.replace("m/1", claim, "sent", DAY);
    comesBack();

    assertThat(memory.replace("m/1", Memory.Entry.NONE, "claimed", DAY)).isEmpty();
    assertThat(memory.find("m/1").text()).isEqualTo("sent");
    assertThat(there.find("m/1").text()).isEqualTo("sent");
  }

  @Test
  void continuesInTheTableWhatBeganWithoutIt() {
    down = true;
    Memory.Entry claim = memory.replace("m/1", Memory.Entry.NONE, "claimed", DAY).orElseThrow();
    comesBack();

    assertThat(memory.replace("m/1", claim, "sent", DAY)).isPresent();
    assertThat(there.find("m/1").text()).isEqualTo("sent");
  }

  @Test
  void leavesToTheTableWhatItLearntElsewhereMeanwhile() {
    Memory.Entry before = memory.replace("a/1", Memory.Entry.NONE, "old", DAY).orElseThrow();
    down = true;
    Memory.Entry mine = memory.replace("a/1", before, "mine", DAY).orElseThrow();
    mine = memory.replace("a/1", mine, "more of mine", DAY).orElseThrow();
    there.replace("a/1", before, "newer", DAY);
    comesBack();

    assertThat(memory.replace("a/1", mine, "even more of mine", DAY)).isEmpty();
    assertThat(memory.find("a/1").text()).isEqualTo("newer");
  }

  @Test
  void goesByTheTablesCountAgainOnceItToldWhatWasMissed() {
    down = true;
    Memory.Entry mine = memory.replace("a/1", Memory.Entry.NONE, "mine", DAY).orElseThrow();
    mine = memory.replace("a/1", mine, "more of mine", DAY).orElseThrow();
    memory.replace("a/1", mine, "even more of mine", DAY);
    comesBack();
    Memory.Entry known = memory.find("a/1");
    there.replace("a/1", known, "theirs", DAY);
    down = true;
    memory.replace("a/1", memory.find("a/1"), "mine again", DAY);
    comesBack();

    assertThat(memory.find("a/1").text()).isEqualTo("theirs");
  }

  @Test
  void writesAloneWithoutAskingAndTellsLater() {
    memory.of("ops").alone().replace("m/1", Memory.Entry.NONE, "sent", DAY);
    assertThat(questions).isZero();

    assertThat(memory.of("ops").find("m/1").text()).isEqualTo("sent");
    assertThat(there.find("m/ops/1").text()).isEqualTo("sent");
  }

  private void comesBack() {
    down = false;
    now = now.plusSeconds(31);
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

  private void ask() {
    questions++;
    if (down) {
      throw new Table.UnreachableException("no answer");
    }
  }
}
