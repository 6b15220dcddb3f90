package io.tagwatch.notify.channel.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagwatch.notify.Samples;
import io.tagwatch.notify.message.Messages;
import io.tagwatch.notify.notification.Digest;
import io.tagwatch.notify.notification.Notification;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** When all is well, nothing is red any more, whatever was told before and however. */
class SlackStoryTest {
  private static final int ALARMS = 3;
  private static final String[] STATES = {"ALARM", "OK", "INSUFFICIENT_DATA"};

  private int minute;

  /**
   * @param elsewhere whether another process tells it
   * @param busy whether Slack refuses the next update for now
   * @param changes of alarms, told in one message; each is an alarm and a state
   */
  record Step(boolean elsewhere, boolean busy, List<Integer> changes) {}

  @Property(tries = 200)
  void nothingStaysRed(@ForAll("stories") List<Step> story) {
    Conversation slack = new Conversation();
    for (Step step : story) {
      Conversation told = step.elsewhere() ? slack.elsewhere() : slack;
      if (step.busy()) {
        told.nextUpdate(Conversation.error("ratelimited"));
      }
      told.tell(message(step.changes()));
    }

    for (int alarm = 0; alarm < ALARMS; alarm++) {
      slack.elsewhere().tell(change(alarm, "OK"));
    }
    for (int i = 0; i <= story.size(); i++) {
      slack.elsewhere().tell(change(ALARMS, "ALARM"));
      slack.elsewhere().tell(change(ALARMS, "OK"));
    }

    assertThat(slack.posts.values()).allMatch(post -> post.contains("\"text\":\"🟢 "));
  }

  @Provide
  Arbitrary<List<Step>> stories() {
    return Combinators.combine(
            Arbitraries.of(true, false),
            Arbitraries.of(false, false, false, true),
            Arbitraries.integers()
                .between(0, ALARMS * STATES.length - 1)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4))
        .as(Step::new)
        .list()
        .ofMaxSize(9);
  }

  private Notification message(List<Integer> changes) {
    List<Notification> all = new ArrayList<>();
    changes.forEach(
        change -> all.add(change(change / STATES.length, STATES[change % STATES.length])));
    return all.size() == 1 ? all.getFirst() : Digest.of(all);
  }

  private Notification change(int alarm, String state) {
    minute++;
    return Messages.recognise(Samples.alarm("cpu-" + alarm, state), "m-" + minute)
        .edited()
        .occurredAt(Optional.of(Instant.ofEpochSecond(60L * minute)))
        .build();
  }
}
