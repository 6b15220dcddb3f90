package io.tagwatch.notify.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagwatch.notify.channel.Delivery;
import io.tagwatch.notify.loudness.Loudness;
import io.tagwatch.notify.memory.Memory;
import io.tagwatch.notify.memory.ProcessMemory;
import io.tagwatch.notify.notification.Notification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OnceTest {
  private static final Notification MESSAGE = Notification.draft("m-1").title("hello").build();

  private Instant now = Instant.parse("2026-11-21T08:00:00Z");
  private final Memory shared = new ProcessMemory(() -> now);

  @Test
  void postsOnceInTwoProcessesThatShareTheirMemory() {
    Desk one = desk();
    Desk two = desk();

    assertThat(one.queued(MESSAGE)).isEmpty();
    assertThat(two.queued(MESSAGE)).isEmpty();

    assertThat(one.told).hasSize(1);
    assertThat(two.told).isEmpty();
    assertThat(two.outcomes).singleElement().isInstanceOf(Outcome.Suppressed.class);
  }

  @Test
  void givesBackOnlyWhatNobodyElsePostedMeanwhile() {
    Once slow = new Once(shared.of("ops"));
    slow.claim("m-1");
    now = now.plus(Once.CLAIM);
    Desk quick = desk();
    quick.queued(MESSAGE);

    slow.free("m-1");

    assertThat(new Once(shared.of("ops")).claim("m-1")).isEqualTo(Once.Claim.SENT);
  }

  @Test
  void remembersWhatItPostedAlsoWhenItsClaimHadEnded() {
    Once slow = new Once(shared.of("ops"));
    slow.claim("m-1");
    now = now.plus(Once.CLAIM);

    slow.sent("m-1");

    assertThat(new Once(shared.of("ops")).claim("m-1")).isEqualTo(Once.Claim.SENT);
  }

  @Test
  void leavesAMessageToWhoeverIsAboutToPostIt() {
    new Once(shared.of("ops")).claim("m-1");
    Desk desk = desk();

    List<Undelivered> open = desk.queued(MESSAGE);

    assertThat(desk.told).isEmpty();
    assertThat(open).singleElement().matches(Undelivered::held);
    assertThat(((Delivery.Retryable) open.getFirst().delivery()).after()).isEqualTo(Once.CLAIM);
  }

  @Test
  void takesOverFromAProcessThatDied() {
    new Once(shared.of("ops")).claim("m-1");
    Desk desk = desk();
    now = now.plus(Once.CLAIM).plus(Duration.ofSeconds(1));

    assertThat(desk.queued(MESSAGE)).isEmpty();
    assertThat(desk.told).hasSize(1);
  }

  @Test
  void freesWhatCouldNotBePosted() {
    Desk one = desk();
    one.answer = new Delivery.Retryable("busy", Duration.ZERO);
    Desk two = desk();

    assertThat(one.queued(MESSAGE)).hasSize(1);
    assertThat(two.queued(MESSAGE)).isEmpty();
    assertThat(two.told).hasSize(1);
  }

  private Desk desk() {
    return new Desk("2026-11-21T08:00:00Z", true, Loudness.FULL, shared);
  }
}
