package io.tagwatch.notify.chaos;

import io.tagwatch.notify.Samples;
import io.tagwatch.notify.delivery.HandBack;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * A queue as SQS is one: what is not deleted comes back when its timeout ends, what was received
 * too often is a dead letter, and now and then something is handed out that was deleted.
 */
public final class SimulatedQueue implements HandBack {
  private static final Duration VISIBILITY = Duration.ofSeconds(365);

  /** Lambda waits for more of a batch. */
  private static final Duration WINDOW = Duration.ofSeconds(5);

  /** A message; several may carry the same notification. */
  private static final class Waiting {
    private final String item;
    private final String body;
    private final Instant sentAt;
    private int receives;
    private Instant visible;

    private Waiting(String item, String body, Instant sentAt) {
      this.item = item;
      this.body = body;
      this.sentAt = sentAt;
      this.visible = sentAt;
    }
  }

  /** What was handed out at once. */
  public final class Batch {
    private final List<Waiting> messages = new ArrayList<>();

    /** As Lambda hands it over. */
    public byte[] event() {
      return Samples.queued(
          arn,
          messages.stream()
              .map(one -> new Samples.Record(one.item, one.body, one.receives, one.sentAt))
              .toList());
    }

    /** The function's answer: what failed stays. */
    public void answered(Set<String> failed) {
      for (Waiting one : messages) {
        boolean twice = random.nextInt(100) == 0;
        if (failed.contains(one.item) || twice && one.receives < receives) {
          waiting.add(one);
        }
        inFlight.remove(one.item);
      }
    }

    /** No answer came: everything stays. */
    public void unanswered() {
      messages.forEach(one -> inFlight.remove(one.item));
      waiting.addAll(messages);
    }
  }

  private final PriorityQueue<Waiting> waiting =
      new PriorityQueue<>(
          Comparator.comparing((Waiting one) -> one.visible).thenComparing(one -> one.item));
  private final Map<String, Waiting> inFlight = new HashMap<>();
  private final Set<String> dead = new TreeSet<>();
  private final SimulatedTime time;
  private final Random random;
  private final String arn;
  private final int receives;
  private int mostReceives;

  public SimulatedQueue(SimulatedTime time, Random random, String channel, int receives) {
    this.time = time;
    this.random = random;
    this.arn = "arn:aws:sqs:eu-west-1:123456789012:tagwatch-prod-notify-" + channel;
    this.receives = receives;
  }

  public void send(String item, String body) {
    send(item, body, time.instant());
  }

  public void send(String item, String body, Instant at) {
    waiting.add(new Waiting(item, body, at));
  }

  public boolean isEmpty() {
    return waiting.isEmpty();
  }

  /** Whether something waits that can be had at once. */
  public boolean isReady() {
    return !waiting.isEmpty() && !waiting.peek().visible.isAfter(time.instant());
  }

  /** Items that were given up. */
  public Set<String> dead() {
    return dead;
  }

  public int mostReceives() {
    return mostReceives;
  }

  /** The next batch; waits for it if need be, and then for a window more. */
  public Batch receive(int most) {
    if (!isReady()) {
      time.pass(Duration.between(time.instant(), waiting.peek().visible).plus(WINDOW));
    }
    Batch batch = new Batch();
    while (batch.messages.size() < most && isReady()) {
      Waiting one = waiting.poll();
      if (one.receives == receives) {
        dead.add(one.item);
      } else {
        one.receives++;
        mostReceives = Math.max(mostReceives, one.receives);
        one.visible = time.instant().plus(VISIBILITY);
        inFlight.put(one.item, one);
        batch.messages.add(one);
      }
    }
    return batch;
  }

  /** In whole seconds, and not always. */
  @Override
  public void delay(String queueArn, List<Wait> waits) {
    if (random.nextInt(10) == 0) {
      return;
    }
    for (Wait wait : waits) {
      inFlight.get(wait.receipt()).visible = time.instant().plusSeconds(wait.delay().toSeconds());
    }
  }
}
