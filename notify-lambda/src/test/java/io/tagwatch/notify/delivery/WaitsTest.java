package io.tagwatch.notify.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagwatch.notify.channel.Delivery;
import io.tagwatch.notify.notification.Notification;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaitsTest {

  @ParameterizedTest
  @CsvSource({
    "false, PT5S, 1, PT30S",
    "false, PT5S, 2, PT60S",
    "false, PT5S, 3, PT2M",
    "false, PT5S, 4, PT6M5S",
    "false, PT5S, 100, PT6M5S",
    "false, PT20M, 1, PT20M",
    "false, PT20M, 9, PT20M",
    "false, PT20H, 1, PT11H55M",
    "true, PT5S, 9, PT5S",
    "true, PT0.2S, 9, PT1S",
    "true, PT59.001S, 1, PT60S",
    "true, PT30H, 1, PT11H55M",
  })
  void grantsWhatIsAskedForButNotTooManyReceives(
      boolean held, Duration asked, int receives, Duration delay) {
    Undelivered open = new Undelivered("k", "ops", new Delivery.Retryable("busy", asked), held);

    assertThat(Waits.of(List.of(item(receives)), List.of(open)))
        .containsExactly(new HandBack.Wait("handle", delay));
  }

  @Test
  void leavesToTheQueueWhatNobodyKnowsTheTimeOf() {
    List<Undelivered> open =
        List.of(
            new Undelivered("k", "ops", new Delivery.Retryable("no answer", Duration.ZERO)),
            new Undelivered("k", "ops", new Delivery.Rejected("never")));

    assertThat(Waits.of(List.of(item(1)), open)).isEmpty();
  }

  private static Item item(int receives) {
    return new Item(
        "k",
        Notification.draft("m").build(),
        Optional.of(new Item.Receipt("handle", receives, Optional.empty())));
  }
}
