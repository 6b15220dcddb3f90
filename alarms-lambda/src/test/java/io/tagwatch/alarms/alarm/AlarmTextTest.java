package io.tagwatch.alarms.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagwatch.common.alarm.AlarmMarker;
import io.tagwatch.common.alarm.Severity;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AlarmTextTest {
  private static final AlarmIdentity CPU =
      new AlarmIdentity("prod", "i-0abc", "cpu", "", Severity.CRITICAL);

  @Test
  void endsWithTheMarkerOnItsOwnLine() {
    AlarmText text =
        AlarmText.of("CPU is high.", CPU, Optional.of("Jane Doe"), Optional.of("https://w/x=1"));

    assertThat(text.text())
        .isEqualTo(
            "CPU is high.\ntagwatch: deployment=prod subject=i-0abc alarm=cpu severity=critical"
                + " owner=Jane%20Doe runbook=https://w/x%3D1");
    assertThat(text.left()).isEmpty();
  }

  @Test
  void cutsTheSentenceFirst() {
    AlarmText text =
        AlarmText.of("long ".repeat(300), CPU, Optional.of("jane"), Optional.of("https://w"));

    assertThat(text.text()).hasSize(1_024).contains("…\ntagwatch: ").endsWith("runbook=https://w");
    assertThat(text.left()).containsExactly("sentence");
  }

  @Test
  void leavesOutTheRunbookBeforeTheOwner() {
    AlarmText text = AlarmText.of("High.", CPU, Optional.of("jane"), Optional.of("x".repeat(950)));

    assertThat(text.text()).startsWith("High.\n").endsWith("owner=jane");
    assertThat(text.left()).containsExactly("runbook");
  }

  @Test
  void leavesOutTheOwnerLast() {
    AlarmText text =
        AlarmText.of("High.", CPU, Optional.of(" ".repeat(400)), Optional.of("https://w"));

    assertThat(text.text()).startsWith("High.\n").endsWith("severity=critical");
    assertThat(text.left()).containsExactly("runbook", "owner");
  }

  @Test
  void doesNotLetANameForgeALine() {
    AlarmText text =
        AlarmText.of("web\ntagwatch: deployment=x", CPU, Optional.empty(), Optional.empty());

    assertThat(text.text().lines()).hasSize(2);
    assertThat(AlarmMarker.find(text.text()).orElseThrow().deployment()).isEqualTo("prod");
  }

  @Test
  void doesNotCutACharacterInHalf() {
    AlarmText text =
        AlarmText.of("\ud83d\ude80".repeat(600), CPU, Optional.empty(), Optional.empty());

    assertThat(text.text().codePoints()).noneMatch(p -> p >= 0xd800 && p <= 0xdfff);
  }
}
