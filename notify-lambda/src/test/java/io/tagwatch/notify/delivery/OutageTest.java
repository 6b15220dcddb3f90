package io.tagwatch.notify.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagwatch.notify.channel.Delivery;
import io.tagwatch.notify.notification.Notification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A service may be away for twelve hours before a message becomes a dead letter. The sum has two
 * sides: the queue's timeout and tries in Terraform, and what this function asks of the queue.
 */
class OutageTest {
  private static final Path TERRAFORM = Path.of("../terraform/notify.tf");
  private static final Duration PROMISED = Duration.ofHours(12);

  /** The widest window that terraform/variables.tf takes. */
  private static final int WIDEST = 60;

  private final String terraform = read();

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4, 5, 6, WIDEST})
  void lastsForTwelveHoursHoweverSoonTheServiceAsksAndWhateverTheWindow(int window) {
    Duration visibility = visibility(window);
    Duration least = Duration.ZERO;
    for (int receives = 1; receives <= number("notify_outage_tries"); receives++) {
      Duration asked = asked(receives);
      least = least.plus(asked.compareTo(visibility) < 0 ? asked : visibility);
    }

    assertThat(least).isGreaterThanOrEqualTo(PROMISED);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 5, WIDEST})
  void letsAFunctionEndBeforeItsMessagesComeBack(int window) {
    Duration atLeast = Duration.ofSeconds(6L * number("notify_timeout") + window);

    assertThat(visibility(window)).isGreaterThanOrEqualTo(atLeast);
  }

  @Test
  void namesTheShortestTimeoutOfAQueueAsTheUsualWait() {
    assertThat(asked(number("notify_outage_tries"))).isEqualTo(visibility(0));
  }

  /** As the queue has it: {@code notify_visibility} in terraform/notify.tf. */
  private Duration visibility(int window) {
    assertThat(terraform)
        .containsPattern(
            "notify_visibility += 6 \\* local\\.notify_timeout"
                + " \\+ max\\(local\\.notify_least_window, var\\.notify\\.digest_window\\)");
    int least = number("notify_least_window");
    return Duration.ofSeconds(6L * number("notify_timeout") + Math.max(least, window));
  }

  private int number(String name) {
    Matcher line = Pattern.compile(name + " += ([0-9]+)\n").matcher(terraform);
    assertThat(line.find()).as(name).isTrue();
    return Integer.parseInt(line.group(1));
  }

  /** How soon a message may come back whose service asks for a second. */
  private static Duration asked(int receives) {
    Item item =
        new Item(
            "k",
            Notification.draft("m").build(),
            Optional.of(new Item.Receipt("handle", receives, Optional.empty())));
    Undelivered open =
        new Undelivered("k", "ops", new Delivery.Retryable("busy", Duration.ofSeconds(1)));
    return Waits.of(List.of(item), List.of(open)).getFirst().delay();
  }

  private static String read() {
    try {
      return Files.readString(TERRAFORM);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
