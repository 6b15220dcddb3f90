package io.tagwatch.notify.chaos;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * What happens, a message each half minute in the mean: alarms that come and go, some of them to
 * and fro; storms in which many begin and end at once; data that stop; alarms that are changed;
 * texts. Some of it arrives late.
 */
final class Script {
  /** Something happens that often. */
  private static final Duration PACE = Duration.ofSeconds(30);

  private static final int MESSAGES_OF_AN_ALARM = 25;
  private static final int MESSAGES_FOR_A_STORM = 800;
  private static final int STRUCK = 60;
  private static final int MESSAGES_FOR_A_FLAPPING = 120;

  private final Random random;
  private final Instant start;
  private final int messages;
  private final int alarms;
  private final List<Moment> moments = new ArrayList<>();

  /** Something happens to an alarm, or a text is sent. */
  private record Moment(int alarm, Instant at) {}

  private Script(int messages, Random random, Instant start) {
    this.random = random;
    this.start = start;
    this.messages = messages;
    this.alarms = messages / MESSAGES_OF_AN_ALARM;
  }

  /** As many messages as that, in the order in which they happened. */
  static List<SentMessage> of(int messages, Random random, Instant start) {
    Script script = new Script(messages, random, start);
    script.storms();
    script.flapping();
    while (script.moments.size() < messages) {
      int alarm = random.nextInt(8) == 0 ? -1 : random.nextInt(script.alarms);
      script.add(alarm, script.anyTime());
    }
    return script.told();
  }

  private void storms() {
    for (int storm = 0; storm < messages / MESSAGES_FOR_A_STORM; storm++) {
      Instant strikes = anyTime();
      Instant ends = strikes.plusSeconds(600 + random.nextInt(7_200));
      for (int i = 0; i < STRUCK; i++) {
        int alarm = random.nextInt(alarms);
        add(alarm, strikes.plusMillis(random.nextInt(40_000)));
        add(alarm, ends.plusMillis(random.nextInt(90_000)));
      }
    }
  }

  private void flapping() {
    for (int i = 0; i < messages / MESSAGES_FOR_A_FLAPPING; i++) {
      Instant at = anyTime();
      int changes = 4 + random.nextInt(20);
      for (int change = 0; change < changes; change++) {
        at = at.plusMillis(20_000L + random.nextInt(160_000));
        add(i % (alarms / 10), at);
      }
    }
  }

  private Instant anyTime() {
    return start.plusMillis(random.nextLong(PACE.toMillis() * messages));
  }

  private void add(int alarm, Instant at) {
    moments.add(new Moment(alarm, at));
  }

  private List<SentMessage> told() {
    moments.sort(Comparator.comparing(Moment::at).thenComparing(Moment::alarm));
    String[] states = new String[alarms];
    Instant[] times = new Instant[alarms];
    List<SentMessage> told = new ArrayList<>();
    for (Moment moment : moments.subList(0, Math.min(messages, moments.size()))) {
      int alarm = moment.alarm();
      if (alarm < 0) {
        told.add(message(told.size(), moment, "", ""));
      } else if (!moment.at().equals(times[alarm])) {
        String before = states[alarm] == null ? SentMessage.OK : states[alarm];
        states[alarm] = after(before);
        times[alarm] = moment.at();
        told.add(message(told.size(), moment, before, states[alarm]));
      }
    }
    return told;
  }

  private String after(String before) {
    boolean silent = random.nextInt(6) == 0;
    return switch (before) {
      case SentMessage.OK -> silent ? SentMessage.NO_DATA : SentMessage.ALARM;
      case SentMessage.ALARM -> silent ? SentMessage.NO_DATA : SentMessage.OK;
      default -> silent ? SentMessage.ALARM : SentMessage.OK;
    };
  }

  private SentMessage message(int number, Moment moment, String before, String after) {
    long delay = random.nextInt(50) == 0 ? 600_000 : 2_000;
    Instant arrives = moment.at().plusMillis(200 + random.nextLong(delay));
    boolean changed = random.nextInt(4) == 0;
    return new SentMessage(number, moment.alarm(), moment.at(), arrives, before, after, changed);
  }
}
